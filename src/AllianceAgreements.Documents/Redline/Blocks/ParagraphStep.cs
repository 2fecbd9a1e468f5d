namespace AllianceAgreements.Documents.Redline.Blocks;

/// <summary>A block of the redline with what becomes of its mark, which is not always what becomes of its text.</summary>
/// <param name="Step">The block.</param>
/// <param name="Mark">For a paragraph: whether its mark was inserted or deleted.</param>
/// <param name="PropertiesBefore">The paragraph whose properties the mark had in the older document; null when it had none.</param>
/// <param name="PropertiesAfter">The paragraph whose properties the mark has in the newer document; null when it has none.</param>
internal sealed record ParagraphStep(BlockStep Step, Change Mark, Block? PropertiesBefore, Block? PropertiesAfter)
{
    /// <summary>The steps of a container, with the marks such that its last paragraph is never to go: no container is without one.</summary>
    public static List<ParagraphStep> Settle(List<BlockStep> steps)
    {
        JoinLast(steps);
        var settled = steps.ConvertAll(step => new ParagraphStep(step, step.Change, step.Before, step.After));
        var last = steps.FindLastIndex(IsParagraph);
        if (last < 0 || steps[last].Change == Change.None)
        {
            return settled;
        }

        // The last paragraph of the other document keeps its text where it is and gives its end to this one.
        var other = steps.FindLastIndex(last, step => IsParagraph(step) && step.Change == Change.None);
        var isInserted = steps[last].Change == Change.Inserted;
        settled[last] = settled[last] with
        {
            Mark = Change.None,
            PropertiesBefore = isInserted ? (other < 0 ? null : steps[other].Before) : steps[last].Before,
            PropertiesAfter = isInserted ? steps[last].After : (other < 0 ? null : steps[other].After),
        };
        if (other >= 0)
        {
            settled[other] = settled[other] with
            {
                Mark = steps[last].Change,
                PropertiesBefore = isInserted ? null : steps[other].Before,
                PropertiesAfter = isInserted ? steps[other].After : null,
            };
        }

        return settled;
    }

    /// <summary>When the older document ends in a paragraph and the newer one in another, they share the end.</summary>
    private static void JoinLast(List<BlockStep> steps)
    {
        var deleted = steps.FindLastIndex(step => IsParagraph(step) && step.Before is not null);
        var inserted = steps.FindLastIndex(step => IsParagraph(step) && step.After is not null);
        if (deleted < 0 || inserted < 0 || steps[deleted].Change != Change.Deleted || steps[inserted].Change != Change.Inserted)
        {
            return;
        }

        var (first, second) = (Math.Min(deleted, inserted), Math.Max(deleted, inserted));
        steps[second] = new BlockStep(steps[deleted].Before, steps[inserted].After);
        steps.RemoveAt(first);
    }

    private static bool IsParagraph(BlockStep step) => (step.After ?? step.Before)!.IsParagraph;
}
