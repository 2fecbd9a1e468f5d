namespace AllianceAgreements.Documents.Preview.Html;

/// <summary>HTML that an <see cref="HtmlWriter"/> wrote, and nothing else can have written.</summary>
internal readonly struct HtmlFragment
{
    private readonly string? _html;

    private HtmlFragment(string html) => _html = html;

    public bool IsEmpty => string.IsNullOrEmpty(_html);

    public static HtmlFragment From(HtmlWriter writer) => new(writer.ToString());

    public override string ToString() => _html ?? "";
}
