namespace AllianceAgreements.Bench.Documents.Sketches;

/// <summary>How an engine writes its tags.</summary>
internal abstract class Dialect
{
    public static Dialect Product { get; } = new ProductDialect();

    public static Dialect Mustache { get; } = new MustacheDialect();

    public static Dialect Commands { get; } = new CommandDialect();

    /// <summary>Whether the tags around a table row stand in rows of their own, and not in the row's first and last cell.</summary>
    public virtual bool HasTagRows => false;

    /// <summary>A field.</summary>
    /// <param name="path">Its path, from the agreement or from the item of the repetition around it.</param>
    /// <param name="isOfItem">Whether it belongs to the item.</param>
    public abstract string Field(string path, bool isOfItem);

    public abstract (string Start, string End) Choice(SketchCondition condition);

    public abstract (string Start, string End) Repetition(string list);

    /// <summary>The name of a value in the data of engines that know no paths.</summary>
    public static string NameOf(string path) => path.Replace('.', '_');

    private sealed class ProductDialect : Dialect
    {
        public override string Field(string path, bool isOfItem) => $"{{{{{path}}}}}";

        public override (string Start, string End) Choice(SketchCondition condition) => ($"{{{{#if {condition.Expression}}}}}", "{{/if}}");

        public override (string Start, string End) Repetition(string list) => ($"{{{{#each {list}}}}}", "{{/each}}");
    }

    /// <summary>docxtemplater and easy-template-x.</summary>
    private sealed class MustacheDialect : Dialect
    {
        public override string Field(string path, bool isOfItem) => $"{{{NameOf(path)}}}";

        public override (string Start, string End) Choice(SketchCondition condition) => ($"{{#{condition.Name}}}", $"{{/{condition.Name}}}");

        public override (string Start, string End) Repetition(string list) => ($"{{#{NameOf(list)}}}", $"{{/{NameOf(list)}}}");
    }

    /// <summary>docx-templates.</summary>
    private sealed class CommandDialect : Dialect
    {
        public override bool HasTagRows => true;

        public override string Field(string path, bool isOfItem) => $"{{{{INS {(isOfItem ? "$item." : "")}{NameOf(path)}}}}}";

        public override (string Start, string End) Choice(SketchCondition condition) => ($"{{{{IF {condition.Name}}}}}", "{{END-IF}}");

        public override (string Start, string End) Repetition(string list) => ($"{{{{FOR item IN {NameOf(list)}}}}}", "{{END-FOR item}}");
    }
}
