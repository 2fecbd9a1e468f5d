using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Xunit;

namespace AllianceAgreements.Documents.Tests.Templates;

/// <summary>Whether Word opens a document without repair.</summary>
internal static class Validity
{
    /// <summary>What is wrong with it, each with its place.</summary>
    public static IReadOnlyList<string> FaultsOf(WordprocessingDocument document) =>
    [
        .. new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(document, TestContext.Current.CancellationToken)
            .Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}"),
    ];
}
