using System.Xml.Linq;
using AllianceAgreements.Domain.Coverage;
using AllianceAgreements.Domain.Ports;

namespace AllianceAgreements.Documents.Outline;

/// <summary>Finds clauses in the preview itself, which is well-formed XML, so that a link to one always leads to it.</summary>
internal sealed class PreviewOutline(IDocumentPreview preview) : IDocumentOutline
{
    private const string Cover = "Cover Page";

    public IReadOnlyList<DocumentClause> Read(ReadOnlyMemory<byte> document)
    {
        var clauses = new List<DocumentClause>();
        ClauseText? open = null;
        foreach (var block in XElement.Parse($"<body>{preview.ToHtml(document)}</body>", LoadOptions.PreserveWhitespace).Elements())
        {
            if (Begin(block, open?.Article) is { } next)
            {
                open?.AddTo(clauses);
                open = next;
            }

            open?.Append(block);
        }

        open?.AddTo(clauses);
        return clauses;
    }

    /// <summary>What a block begins; null when it goes on with what is open.</summary>
    private static ClauseText? Begin(XElement block, string? article) => (string?)block.Attribute("id") switch
    {
        null => null,
        { } id when block.Name.LocalName == "h2" => new ClauseText(BlockText.WithoutNumber(block), "", BlockText.NumberOf(block), id),
        { } id when article is null && BlockText.HasClass(block, "title") => new ClauseText(Cover, "", "", id),
        { } id when article is not null && BlockText.HasClass(block, "level-2") => new ClauseText(article, BlockText.TitleOf(block), BlockText.NumberOf(block), id),
        _ => null,
    };
}
