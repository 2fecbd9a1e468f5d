using System.Text;

namespace AllianceAgreements.Documents.Packages;

/// <summary>A Word field whose end was not reached when it was asked for.</summary>
internal sealed class OpenField
{
    private readonly StringBuilder _pieces = new();
    private string? _instruction = "";

    /// <summary>Its instruction, as far as it was read.</summary>
    public string Instruction => _instruction ??= _pieces.ToString();

    /// <summary>Whether its instruction is complete.</summary>
    public bool HasResult { get; set; }

    /// <summary>Whether whoever reads its text has taken note of it.</summary>
    public bool IsNoted { get; set; }

    /// <summary>Takes a piece of its instruction.</summary>
    public void Instruct(string text)
    {
        // Most instructions come in one piece.
        _instruction = _pieces.Length == 0 ? text : null;
        _pieces.Append(text);
    }
}
