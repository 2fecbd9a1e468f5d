using AllianceAgreements.Testing.Servers;
using Xunit;

[assembly: AssemblyFixture(typeof(AzuriteServer))]
