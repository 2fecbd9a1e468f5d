using System.Xml;
using AllianceAgreements.Documents.Packages;

namespace AllianceAgreements.Documents.Preview;

/// <summary>
/// Walks the elements inside the one a reader stands on, in document order. An element that the caller does not read is
/// entered, so containers that mean nothing to a preview (content controls, smart tags, hyperlinks) keep their content.
/// </summary>
internal readonly struct ElementScope
{
    private readonly XmlReader _reader;
    private readonly int _depth;
    private readonly bool _isEmpty;

    public ElementScope(XmlReader reader)
    {
        _reader = reader;
        _depth = reader.Depth;
        _isEmpty = reader.IsEmptyElement;
        if (_depth > PackageLimits.Default.MaximumXmlDepth)
        {
            throw new InvalidDataException("The file is not a Word document (.docx): it is nested more deeply than any document.");
        }
    }

    /// <summary>Moves to the next element inside; at the end the reader stands on the end tag and the answer is false.</summary>
    public bool MoveNext()
    {
        while (MoveNextNode())
        {
            if (_reader.NodeType == XmlNodeType.Element)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>As <see cref="MoveNext"/>, for every kind of node.</summary>
    public bool MoveNextNode() => !_isEmpty && _reader.Read() && _reader.Depth > _depth;
}
