using System.Text;
using AllianceAgreements.Documents.Packages;

namespace AllianceAgreements.Documents.Returned;

/// <summary>What a Word field that is worked out shows in one paragraph.</summary>
/// <param name="wordField">The Word field.</param>
/// <param name="isFirst">Whether no paragraph before has any of it.</param>
internal sealed class ReadResult(OpenField wordField, bool isFirst)
{
    private readonly StringBuilder _text = new();
    private FieldInstruction? _instruction;

    public OpenField Field => wordField;

    public string Text => _text.ToString();

    /// <summary>Its text without spaces.</summary>
    public string Said => string.Concat(Text.Where(character => !char.IsWhiteSpace(character)));

    /// <summary>What is worked out; ask when all was read.</summary>
    public FieldInstruction Instruction => _instruction ??= FieldInstruction.Parse(wordField.Instruction);

    /// <summary>Whether it shows what it showed in the draft, or what a word processor works out now. Else somebody typed it.</summary>
    public bool IsExpected { get; set; } = true;

    /// <summary>What must be the same in two results: the field, and the text when somebody typed it.</summary>
    public string Key => (isFirst ? $"\u0003{Instruction.Key}\u0003" : "") + (IsExpected ? "" : $"\u0004{Text}");

    /// <summary>The same where a program may have made text of fields: a reference is the text that it shows.</summary>
    public string FullKey => Instruction.Keyword is "REF" ? Text : Key;

    public void Add(string text) => _text.Append(text);
}
