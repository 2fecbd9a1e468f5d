using System.CommandLine;
using AllianceAgreements.Domain.Ports;
using AllianceAgreements.Local.Hosting;

namespace AllianceAgreements.Local.Commands;

/// <summary><c>check</c>: says whether a request would be taken, and names every fault if not.</summary>
internal static class CheckCommand
{
    public static Command Create()
    {
        var request = RequestFile.CreateArgument();
        var templates = LocalPaths.CreateTemplatesOption();
        var command = new Command("check", "Check a request; exit code 1 when it has faults.") { request, templates };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var path = parsed.GetRequiredValue(request);
            var terms = await RequestFile.ReadAsync(path, cancellationToken);
            await using var services = FormTemplates.CreateServices(parsed.GetValue(templates) ?? LocalPaths.Templates);
            await FormTemplates.LoadAsync(services.GetRequiredService<ITemplateSource>(), terms.Request.Form, cancellationToken);
            await parsed.InvocationConfiguration.Output.WriteLineAsync(
                $"{path}: no fault. {terms.Request.Form}, {terms.Request.Parties.Count} parties: {terms.Request.Title}");
            return ExitCodes.Success;
        });
        return command;
    }
}
