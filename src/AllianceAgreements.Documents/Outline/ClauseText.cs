using System.Text;
using System.Xml.Linq;
using AllianceAgreements.Domain.Coverage;

namespace AllianceAgreements.Documents.Outline;

/// <summary>A clause whose text is being gathered.</summary>
internal sealed class ClauseText(string article, string title, string number, string anchor)
{
    private readonly StringBuilder _text = new();

    public string Article => article;

    /// <summary>Adds what a block of the preview says; lines of a table of contents say nothing of their own.</summary>
    public void Append(XElement block)
    {
        if (BlockText.HasClass(block, "toc"))
        {
            return;
        }

        foreach (var line in BlockText.LinesOf(block).Where(line => line.Length > 0))
        {
            _text.Append(_text.Length > 0 ? "\n" : "").Append(line);
        }
    }

    public void AddTo(List<DocumentClause> clauses) => clauses.Add(new DocumentClause(article, title, number, anchor, _text.ToString()));
}
