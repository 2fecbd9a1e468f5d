using System.Collections.Concurrent;
using System.Collections.Frozen;
using AllianceAgreements.Domain.Drafting;
using AllianceAgreements.Domain.Intake;
using AllianceAgreements.Domain.Terms;

namespace AllianceAgreements.Documents.Tests.Templates;

/// <summary>Drafts of agreements of every form from the templates of this repository.</summary>
internal static class FormDrafts
{
    /// <summary>The reference that every draft bears.</summary>
    public const string Reference = "AA-2027-7F3K-9Q2M";

    /// <summary>The revision that every draft bears.</summary>
    public const int Revision = 3;

    private static readonly AgreementDrafter Drafter = new();
    private static readonly ConcurrentDictionary<string, byte[]> ByRequest = new(StringComparer.Ordinal);
    private static readonly ConcurrentDictionary<string, DraftText> Texts = new(StringComparer.Ordinal);

    private static readonly FrozenDictionary<AllianceForm, IReadOnlyList<TemplateFile>> ByForm = Load().ToFrozenDictionary();

    /// <summary>The folder of the templates.</summary>
    public static string Folder { get; } = AgreementDrafts.Folder;

    /// <summary>The forms that have a template.</summary>
    public static IReadOnlyList<AllianceForm> Forms { get; } = [.. Enum.GetValues<AllianceForm>().Where(ByForm.ContainsKey)];

    /// <summary>The names of the files that make up the forms' templates.</summary>
    public static IReadOnlySet<string> Files { get; } = ByForm.Values.SelectMany(files => files).Select(file => file.Name).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The draft of a request of <see cref="FormRequests"/>.</summary>
    public static byte[] Of(string request) => ByRequest.GetOrAdd(request, name => Draft(FormRequests.Terms(name)));

    /// <summary>The text of such a draft.</summary>
    public static DraftText TextOf(string request) => Texts.GetOrAdd(request, name => DraftText.Read(Of(name)));

    /// <summary>The draft of any terms of a form that has a template.</summary>
    public static byte[] Draft(AgreementTerms terms) => Drafter.Draft(ByForm[terms.Request.Form], new DraftingInput(terms, Reference, Revision));

    private static IEnumerable<KeyValuePair<AllianceForm, IReadOnlyList<TemplateFile>>> Load()
    {
        var source = new FolderTemplateSource(new TemplateFolderOptions { Folder = AgreementDrafts.Folder });
        return Enum.GetValues<AllianceForm>()
            .Select(form => KeyValuePair.Create(form, source.LoadAsync(form, CancellationToken.None).AsTask().GetAwaiter().GetResult()))
            .Where(files => files.Value.Count > 0);
    }
}
