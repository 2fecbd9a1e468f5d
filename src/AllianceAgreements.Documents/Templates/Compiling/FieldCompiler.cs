using AllianceAgreements.Documents.Rendering;
using AllianceAgreements.Documents.Tags;
using AllianceAgreements.Documents.Values;

namespace AllianceAgreements.Documents.Templates.Compiling;

/// <summary>Compiles fields.</summary>
internal static class FieldCompiler
{
    /// <summary>The field with its formatters.</summary>
    /// <exception cref="FormatException">The field is unknown, or a formatter does not fit.</exception>
    public static FieldValue Compile(FieldTag tag, ScopeShape scope, TagPlace place)
    {
        var (shape, read, describe) = Resolve(tag.Value, scope);
        var formatters = new List<Formatter>();
        foreach (var call in tag.Formatters)
        {
            var formatter = Formatters.Find(call.Name, shape, call.Arguments);
            formatters.Add(formatter);
            shape = formatter.Result;
        }

        return PlainText.Has(shape) || shape is UnknownShape
            ? new FieldValue(read, describe, formatters, place)
            : throw new FormatException(Advise(shape));
    }

    private static (Shape Shape, Func<Scope, object?> Read, Func<Scope, string> Describe) Resolve(Operand operand, ScopeShape scope)
    {
        if (operand is PathOperand path)
        {
            var source = PathResolver.Resolve(path, scope);
            return (source.Shape, source.Read, source.Describe);
        }

        return ((LiteralOperand)operand).Value is string text
            ? (TextShape.Instance, _ => text, _ => "the text")
            : throw new FormatException("A number or a truth value alone is no field; write it as text.");
    }

    private static string Advise(Shape shape) => shape switch
    {
        ListShape => "This is a list; go through it with {{#each}}, or join plain values with | list.",
        ImageShape => "This is an image; place it with {{image …}}.",
        BooleanShape => "This is yes or no; decide with it in {{#if}}.",
        ObjectShape { Type.Name: "Money" } => "This is an amount of money; write it with | money.",
        _ => $"This is {shape.Description}; name one of them.",
    };
}
