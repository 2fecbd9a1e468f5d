namespace AllianceAgreements.Documents.Packages;

/// <summary>The Word fields that text stands in; they nest and reach over paragraphs (ECMA-376 part 1, 17.16.18).</summary>
internal sealed class OpenFields
{
    private readonly List<OpenField> _open = [];

    /// <summary>The outermost field that is worked out, to which all text inside belongs; null where text is text.</summary>
    public OpenField? Owner { get; private set; }

    /// <summary>The innermost field; null outside of all.</summary>
    public OpenField? Current => _open.Count == 0 ? null : _open[^1];

    /// <summary>Passes a <c>w:fldChar</c> of a type.</summary>
    public void Pass(string? type)
    {
        switch (type)
        {
            case "begin":
                Begin();
                break;
            case "separate":
                Separate();
                break;
            case "end":
                End();
                break;
            default:
                break;
        }
    }

    /// <summary>A field begins.</summary>
    public void Begin() => _open.Add(new OpenField());

    /// <summary>Takes a piece of the instruction of the innermost field.</summary>
    public void Instruct(string text)
    {
        if (Current is { HasResult: false } field)
        {
            field.Instruct(text);
            Owner = Owner is null || Owner == field ? WorkedOut(field) : Owner;
        }
    }

    /// <summary>The innermost field's result begins.</summary>
    public void Separate()
    {
        if (Current is { } field)
        {
            field.HasResult = true;
        }
    }

    /// <summary>The innermost field ends; an end without a beginning ends nothing.</summary>
    public void End()
    {
        if (_open.Count > 0)
        {
            Owner = Owner == Current ? null : Owner;
            _open.RemoveAt(_open.Count - 1);
        }
    }

    /// <summary>Leaves all fields, as at the end of a part.</summary>
    public void Clear()
    {
        _open.Clear();
        Owner = null;
    }

    private static OpenField? WorkedOut(OpenField field) => FieldInstruction.IsWorkedOut(field.Instruction) ? field : null;
}
