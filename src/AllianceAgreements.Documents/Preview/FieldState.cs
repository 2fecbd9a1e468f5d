using System.Xml;

namespace AllianceAgreements.Documents.Preview;

/// <summary>Tells a field's instruction, which nobody should see, from its result; fields nest and reach over paragraphs (17.16.18).</summary>
internal sealed class FieldState
{
    private readonly Stack<bool> _showsResult = new();
    private int _instructions;

    /// <summary>Whether text here belongs to the instruction of a field.</summary>
    public bool IsInstruction => _instructions > 0;

    /// <summary>Reads <c>w:fldChar</c>.</summary>
    public void Read(XmlReader reader)
    {
        switch (reader.Attribute("fldCharType"))
        {
            case "begin":
                _showsResult.Push(false);
                _instructions++;
                break;
            case "separate" when _showsResult.TryPeek(out var shown) && !shown:
                _showsResult.Pop();
                _showsResult.Push(true);
                _instructions--;
                break;
            case "end" when _showsResult.TryPop(out var shown):
                _instructions -= shown ? 0 : 1;
                break;
            default:
                break;
        }
    }
}
