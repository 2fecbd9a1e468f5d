namespace AllianceAgreements.Documents.Preview.Numbering;

/// <summary>The number of one paragraph.</summary>
/// <param name="Text">As it is shown ("4.2", "(a)", "•"); may be empty.</param>
/// <param name="Level">0 to 8.</param>
/// <param name="IsBullet">Whether it is a bullet, which counts nothing.</param>
/// <param name="IsTight">Whether the text follows without a space.</param>
/// <param name="AnchorWord">See <see cref="Numbering.AnchorWord"/>.</param>
/// <param name="Path">The counters from the first level on, as they are written ("4", "2", "a").</param>
internal sealed record ClauseNumber(string Text, int Level, bool IsBullet, bool IsTight, string AnchorWord, IReadOnlyList<string> Path);
