namespace AllianceAgreements.Azure.Index;

/// <summary>How much of the index is looked at for one page.</summary>
/// <param name="RowsAtOnce">Rows a call; the service gives 1,000 at most.</param>
/// <param name="RowsAPage">
/// Rows looked through for a page that few agreements match. Ten calls of a second at most between them; more would keep somebody waiting
/// who may have seen enough.
/// </param>
internal sealed record IndexLimits(int RowsAtOnce = 1_000, int RowsAPage = 10_000);
