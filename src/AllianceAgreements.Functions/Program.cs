using AllianceAgreements.Functions;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Hosting;

var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
builder.Services.AddProduct(builder.Configuration);
builder.Services.AddDurableFunctions();
await builder.Build().RunAsync();
