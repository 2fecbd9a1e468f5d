using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace AllianceAgreements.Documents.Preview.Html;

/// <summary>
/// Writes HTML that is safe by construction: elements and classes come from closed lists, attributes have methods of their
/// own, and every text is encoded. The output is also well-formed XML, apart from having several roots.
/// </summary>
internal sealed class HtmlWriter
{
    /// <summary>Keeps letters of every script readable in the source; markup characters are always encoded.</summary>
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly StringBuilder _html = new();
    private bool _startTagIsOpen;

    /// <summary>Whether nothing was written.</summary>
    public bool IsEmpty => _html.Length == 0;

    /// <summary>Opens an element; its attributes may follow.</summary>
    public HtmlWriter Start(Tag tag)
    {
        CloseStartTag();
        _html.Append('<').Append(HtmlNames.Of(tag));
        _startTagIsOpen = true;
        return this;
    }

    public void End(Tag tag)
    {
        CloseStartTag();
        _html.Append("</").Append(HtmlNames.Of(tag)).Append('>');
    }

    /// <summary>Writes an element that never has content, such as <c>br</c>.</summary>
    public void Void(Tag tag, params ReadOnlySpan<ClassName> classes)
    {
        Start(tag).Classes(classes);
        _html.Append("/>");
        _startTagIsOpen = false;
    }

    public HtmlWriter Classes(params ReadOnlySpan<ClassName> classes)
    {
        for (var index = 0; index < classes.Length; index++)
        {
            _html.Append(index == 0 ? " class=\"" : " ").Append(HtmlNames.Of(classes[index]));
        }

        return classes.IsEmpty ? this : Quote();
    }

    /// <summary>Writes an id, which may hold lowercase ASCII letters, digits and hyphens.</summary>
    public HtmlWriter Id(string id)
    {
        if (!id.All(character => char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character) || character == '-'))
        {
            throw new ArgumentException("An id holds lowercase letters, digits and hyphens.", nameof(id));
        }

        _html.Append(" id=\"").Append(id);
        return Quote();
    }

    public HtmlWriter RightToLeft()
    {
        _html.Append(" dir=\"rtl\"");
        return this;
    }

    /// <summary>Says that a cell heads its column, or its columns.</summary>
    public HtmlWriter ScopeColumn(int columns)
    {
        _html.Append(columns > 1 ? " scope=\"colgroup\"" : " scope=\"col\"");
        return this;
    }

    /// <summary>Says how far a cell reaches; a reach of one needs no words.</summary>
    public HtmlWriter Spans(int columns, int rows)
    {
        if (columns > 1)
        {
            _html.Append(CultureInfo.InvariantCulture, $" colspan=\"{columns}\"");
        }

        if (rows > 1)
        {
            _html.Append(CultureInfo.InvariantCulture, $" rowspan=\"{rows}\"");
        }

        return this;
    }

    /// <summary>Names an element for assistive technology.</summary>
    public HtmlWriter Label(string text)
    {
        _html.Append(" aria-label=\"").Append(Encoder.Encode(text));
        return Quote();
    }

    /// <summary>Makes a scrolling area reachable by keyboard.</summary>
    public HtmlWriter FocusableGroup()
    {
        _html.Append(" role=\"group\" tabindex=\"0\"");
        return this;
    }

    public void Text(string text)
    {
        CloseStartTag();
        _html.Append(Encoder.Encode(text));
    }

    /// <summary>Writes what is read out and not shown.</summary>
    public void Say(string text)
    {
        Start(Tag.Span).Classes(ClassName.Spoken);
        Text(text);
        End(Tag.Span);
    }

    public void Append(HtmlFragment fragment)
    {
        CloseStartTag();
        _html.Append(fragment.ToString());
    }

    public void Clear()
    {
        _html.Clear();
        _startTagIsOpen = false;
    }

    public HtmlFragment ToFragment() => HtmlFragment.From(this);

    public override string ToString()
    {
        CloseStartTag();
        return _html.ToString();
    }

    private void CloseStartTag()
    {
        if (_startTagIsOpen)
        {
            _html.Append('>');
            _startTagIsOpen = false;
        }
    }

    private HtmlWriter Quote()
    {
        _html.Append('"');
        return this;
    }
}
