namespace AllianceAgreements.Documents.Tests.Rendering.References;

/// <summary>Styles and numbering like those of the agreements.</summary>
internal static class HouseNumbering
{
    private const string Outline = "<w:outlineLvl w:val=\"0\"/>";

    public static string Styles { get; } =
        Style("Heading1", 1, 0, Outline) + Style("Clause", 1, 1) + Style("Subclause", 1, 2) + Style("Recital", 2, 0)
        + Style("ScheduleHeading", 3, 0, Outline) + Style("ScheduleClause", 3, 1) + Style("ScheduleSubclause", 3, 2)
        + "<w:style w:type=\"character\" w:styleId=\"ClauseTitle\"><w:name w:val=\"Clause Title\"/></w:style>";

    public static string Numbering { get; } =
        List(1, Level(0, "Article %1", "Heading1"), Level(1, "%1.%2", "Clause"), Level(2, "(%3)", "Subclause", "lowerLetter"))
        + List(2, Level(0, "(%1)", "Recital", "upperLetter"))
        + List(3, Level(0, "Schedule %1", "ScheduleHeading"), Level(1, "%2.", "ScheduleClause"), Level(2, "(%3)", "ScheduleSubclause", "lowerLetter"))
        + string.Concat(Enumerable.Range(1, 3).Select(id => $"<w:num w:numId=\"{id}\"><w:abstractNumId w:val=\"{id}\"/></w:num>"));

    private static string Style(string id, int list, int level, string properties = "") =>
        $"<w:style w:type=\"paragraph\" w:styleId=\"{id}\"><w:name w:val=\"{id}\"/><w:pPr><w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr>{properties}</w:pPr></w:style>";

    private static string List(int id, params string[] levels) =>
        $"<w:abstractNum w:abstractNumId=\"{id}\"><w:multiLevelType w:val=\"multilevel\"/>{string.Concat(levels)}</w:abstractNum>";

    private static string Level(int level, string pattern, string style, string format = "decimal") =>
        $"<w:lvl w:ilvl=\"{level}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{format}\"/><w:pStyle w:val=\"{style}\"/><w:lvlText w:val=\"{pattern}\"/><w:lvlJc w:val=\"left\"/></w:lvl>";
}
