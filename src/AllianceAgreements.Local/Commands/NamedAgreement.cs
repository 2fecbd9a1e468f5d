using System.CommandLine;
using AllianceAgreements.Domain.Ports;
using AllianceAgreements.Domain.Record;
using AllianceAgreements.Workflows.Agreements;

namespace AllianceAgreements.Local.Commands;

/// <summary>An agreement that whoever calls a verb names, by its id or its reference.</summary>
internal static class NamedAgreement
{
    public static Argument<string> CreateArgument() => new("agreement") { Description = "The agreement's id or reference." };

    /// <summary>Reads it.</summary>
    /// <exception cref="CommandException">There is none of that name.</exception>
    public static async Task<AgreementState> ReadAsync(IServiceProvider services, string name, CancellationToken cancellationToken)
    {
        var id = await FindAsync(services.GetRequiredService<IAgreementIndex>(), name, cancellationToken);
        return (id is { } known ? await services.GetRequiredService<AgreementRepository>().FindAsync(known, cancellationToken) : null)
            ?? throw new CommandException(ExitCodes.Usage, $"'{name}': there is no such agreement; give its id or its reference, such as AA-2027-7F3K-9Q2M.");
    }

    private static async Task<AgreementId?> FindAsync(IAgreementIndex index, string name, CancellationToken cancellationToken)
    {
        if (AgreementId.TryParse(name, out var id))
        {
            return id;
        }

        var query = new AgreementQuery { Text = name.Length > AgreementQuery.MaximumText ? name[..AgreementQuery.MaximumText] : name };
        do
        {
            var page = await index.QueryAsync(query, cancellationToken);
            if (page.Items.FirstOrDefault(item => item.Reference.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } found)
            {
                return found.Id;
            }

            query = query with { Continuation = page.Continuation };
        }
        while (query.Continuation is not null);
        return null;
    }
}
