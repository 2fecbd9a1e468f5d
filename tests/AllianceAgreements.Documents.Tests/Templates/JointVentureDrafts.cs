using System.Collections.Concurrent;
using AllianceAgreements.Domain.Drafting;
using AllianceAgreements.Domain.Intake;
using AllianceAgreements.Domain.Terms;
using Xunit;

namespace AllianceAgreements.Documents.Tests.Templates;

/// <summary>Drafts of the joint venture agreement from the templates of this repository.</summary>
internal static class JointVentureDrafts
{
    /// <summary>The reference that every draft bears.</summary>
    public const string Reference = "AA-2027-7F3K-9Q2M";

    /// <summary>The revision that every draft bears.</summary>
    public const int Revision = 3;

    private static readonly AgreementDrafter Drafter = new();
    private static readonly ConcurrentDictionary<string, byte[]> ByRequest = new(StringComparer.Ordinal);

    /// <summary>The folder of the templates.</summary>
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "templates");

    /// <summary>The draft of a request of <see cref="JointVentureRequests"/>.</summary>
    public static byte[] Of(string request) => ByRequest.GetOrAdd(request, name => Draft(JointVentureRequests.Terms(name)));

    /// <summary>The text of such a draft.</summary>
    public static DraftText TextOf(string request) => DraftText.Read(Of(request));

    /// <summary>The draft of any terms.</summary>
    public static byte[] Draft(AgreementTerms terms) => Drafter.Draft(Templates(), new DraftingInput(terms, Reference, Revision));

    private static IReadOnlyList<TemplateFile> Templates()
    {
        var loading = new FolderTemplateSource(new TemplateFolderOptions { Folder = Folder })
            .LoadAsync(AllianceForm.JointVenture, TestContext.Current.CancellationToken);
        return loading.AsTask().GetAwaiter().GetResult();
    }
}
