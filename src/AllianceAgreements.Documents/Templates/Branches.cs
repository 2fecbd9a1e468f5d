using AllianceAgreements.Documents.Tags;

namespace AllianceAgreements.Documents.Templates;

/// <summary>Follows the blocks that open and close in a template, and tells what no agreement of a form can hold.</summary>
internal sealed class Branches(string? form)
{
    private readonly Stack<Branch> _open = new();

    /// <summary>Whether what stands here can come out in some agreement of the form.</summary>
    public bool IsPossible => _open.All(branch => branch.IsTaken is not false);

    public void Pass(Tag tag)
    {
        switch (tag)
        {
            case IfTag choice:
                Open(FormConditions.Evaluate(choice.Condition, form), before: false);
                break;
            case OpenTag:
                Open(isTaken: null, before: null);
                break;
            case ElseTag otherwise when _open.TryPop(out var last):
                Open(!last.AnyTaken & (otherwise.Condition is null ? true : FormConditions.Evaluate(otherwise.Condition, form)), last.AnyTaken);
                break;
            case CloseTag:
                _open.TryPop(out _);
                break;
            default:
                break;
        }
    }

    private void Open(bool? isTaken, bool? before) => _open.Push(new Branch(isTaken, before | isTaken));

    /// <param name="IsTaken">Whether this branch of a block is taken.</param>
    /// <param name="AnyTaken">Whether it or one before it is.</param>
    private readonly record struct Branch(bool? IsTaken, bool? AnyTaken);
}
