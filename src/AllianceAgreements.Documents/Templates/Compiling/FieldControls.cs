using System.Text;
using AllianceAgreements.Documents.Rendering.Carrying;
using AllianceAgreements.Documents.Tags;

namespace AllianceAgreements.Documents.Templates.Compiling;

/// <summary>Decides which fields stand in content controls, so that a draft that comes back can be read.</summary>
internal static class FieldControls
{
    /// <summary>
    /// The control of a field; null for what is no field of the terms (texts, counters, endings of words), for headers and notes, and
    /// where Word allows none: in another control, and in text boxes, which are there twice.
    /// </summary>
    public static FieldControl? Compile(FieldTag field, TagElement element, Compilation compilation)
    {
        var isOfTerms = field.Value is PathOperand { IsLoopVariable: false } && !field.Formatters.Any(formatter => formatter.Name == "plural");
        if (!isOfTerms || !compilation.IsText || element.Ancestors().Any(outer => outer.Name == Word.ContentControl || outer.Name == Word.TextBox))
        {
            return null;
        }

        compilation.Prefixes.Ignore(Word.Word2012, "w15");
        var appearance = compilation.Prefixes.Qualify(Word.Word2012 + "appearance");
        var value = compilation.Prefixes.Qualify(Word.Word2012 + "val");
        return new FieldControl(
            Encoding.UTF8.GetBytes("<w:sdt><w:sdtPr><w:tag w:val=\""),
            Encoding.UTF8.GetBytes("\"/><w:id w:val=\""),
            Encoding.UTF8.GetBytes($"\"/><{appearance} {value}=\"hidden\"/></w:sdtPr><w:sdtContent>"));
    }
}
