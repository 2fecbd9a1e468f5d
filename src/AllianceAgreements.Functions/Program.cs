using AllianceAgreements.Domain.Links;
using AllianceAgreements.Functions;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
builder.Services.AddProduct(builder.Configuration).AddDurableFunctions();
var app = builder.Build();

// A key that is missing or damaged is told of at the start, not by the first partner.
app.Services.GetRequiredService<LinkTokens>();
await app.RunAsync();
