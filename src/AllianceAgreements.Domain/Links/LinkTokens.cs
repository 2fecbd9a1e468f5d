using System.Buffers;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using AllianceAgreements.Domain.Approvals;
using AllianceAgreements.Domain.Record;
using AllianceAgreements.Domain.Signing;

namespace AllianceAgreements.Domain.Links;

/// <summary>
/// Makes and recognises the tokens of partner links. A token is the first 128 bits of HMAC-SHA256 (RFC 2104) over agreement, purpose,
/// round, person and rotation, in base64url (22 characters); it is never stored, only made again and compared in constant time.
/// </summary>
public sealed class LinkTokens : IDisposable
{
    /// <summary>Length of the key in bytes.</summary>
    public const int KeyBytes = 32;

    private const int TokenBytes = 16;
    private const int TokenLength = 22;

    // The first makes tokens; all of them recognise.
    private readonly byte[][] _keys;

    /// <summary>Tokens under a secret key.</summary>
    /// <param name="key">Makes the tokens. Whoever changes it revokes every link, except under the keys that follow.</param>
    /// <param name="previousKeys">
    /// Keys whose tokens are still recognised, none of them made any more: after a change of keys, until the links under them have
    /// run out. A key that became known is not to be among them.
    /// </param>
    /// <exception cref="ArgumentException">A key is not <see cref="KeyBytes"/> long.</exception>
    public LinkTokens(ReadOnlySpan<byte> key, params IEnumerable<byte[]> previousKeys)
    {
        ArgumentNullException.ThrowIfNull(previousKeys);
        _keys = [key.ToArray(), .. previousKeys.Select(previous => (byte[])[.. previous])];
        if (_keys.Any(k => k.Length != KeyBytes))
        {
            throw new ArgumentException($"A link key must be {KeyBytes} bytes.", nameof(key));
        }
    }

    /// <summary>The token that lets a person do something in a round of an agreement.</summary>
    /// <param name="agreement">The agreement.</param>
    /// <param name="purpose">What it lets the person do.</param>
    /// <param name="round">The revision whose round it belongs to.</param>
    /// <param name="person">The person's key in that round.</param>
    /// <param name="rotation">Raised to revoke the links before it.</param>
    public string Create(AgreementId agreement, LinkPurpose purpose, int round, string person, int rotation = 0) =>
        Base64Url.EncodeToString(Compute(_keys[0], agreement, purpose, round, person, rotation));

    /// <summary>Whose link a token is; null when it is none of this agreement's for this purpose.</summary>
    public LinkHolder? Find(AgreementState state, LinkPurpose purpose, string token, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(state);
        Span<byte> given = stackalloc byte[TokenBytes];
        if (token is not { Length: TokenLength } || !TryDecode(token, given))
        {
            return null;
        }

        // Every candidate is compared under every key, so that the time taken does not tell which one it was.
        LinkHolder? found = null;
        foreach (var candidate in purpose == LinkPurpose.Review ? Reviewers(state, now) : Signatories(state, now))
        {
            foreach (var key in _keys)
            {
                if (CryptographicOperations.FixedTimeEquals(given, Compute(key, state.Id, purpose, candidate.Round, candidate.Person.Key, 0)))
                {
                    found = candidate;
                }
            }
        }

        return found;
    }

    /// <inheritdoc/>
    public void Dispose() => Array.ForEach(_keys, key => CryptographicOperations.ZeroMemory(key));

    private static bool TryDecode(string token, Span<byte> bytes)
    {
        // The last character carries four bits that are not used; only the form in which they are zero is a token.
        // TryDecodeFromChars would throw for a character that is none of the alphabet.
        return Base64Url.DecodeFromChars(token, bytes, out _, out var written) == OperationStatus.Done && written == TokenBytes
            && string.Equals(Base64Url.EncodeToString(bytes), token, StringComparison.Ordinal);
    }

    private static IEnumerable<LinkHolder> Reviewers(AgreementState state, DateTimeOffset now) =>
        from revision in state.Revisions
        let round = revision.Round
        where round is not null
        from approver in round.Approvers
        select new LinkHolder(approver.Person, round.Revision, StandingOf(state, round, now));

    private static IEnumerable<LinkHolder> Signatories(AgreementState state, DateTimeOffset now) => state.Signing is { } signing
        ? signing.Signatories.Select(signatory => new LinkHolder(signatory.Person, signing.Revision, StandingOf(state, signing, now)))
        : [];

    private static LinkStanding StandingOf(AgreementState state, ApprovalRound round, DateTimeOffset now) =>
        round.Revision < state.Latest.Number ? LinkStanding.Superseded
        : round.Outcome is ApprovalOutcome.Expired || (round.Outcome is null && now >= round.Deadline) ? LinkStanding.Expired
        : round.Outcome is not null || state.Status != AgreementStatus.InApproval ? LinkStanding.Closed
        : LinkStanding.Open;

    private static LinkStanding StandingOf(AgreementState state, SigningRound signing, DateTimeOffset now) =>
        state.Status is AgreementStatus.Expired || (state.Status is AgreementStatus.Signing && now >= signing.Deadline) ? LinkStanding.Expired
        : state.Status is AgreementStatus.Signing ? LinkStanding.Open
        : LinkStanding.Closed;

    private static byte[] Compute(byte[] key, AgreementId agreement, LinkPurpose purpose, int round, string person, int rotation) =>
        HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"link/1\n{agreement}\n{purpose}\n{round}\n{person}\n{rotation}"))[..TokenBytes];
}

/// <summary>Whose link it is.</summary>
/// <param name="Person">The person.</param>
/// <param name="Round">The revision whose round the link belongs to.</param>
/// <param name="Standing">Whether the link still acts.</param>
public sealed record LinkHolder(Participant Person, int Round, LinkStanding Standing);

/// <summary>Whether a link still acts.</summary>
public enum LinkStanding
{
    /// <summary>It acts.</summary>
    Open,

    /// <summary>A newer revision took its place.</summary>
    Superseded,

    /// <summary>Its time has run out.</summary>
    Expired,

    /// <summary>What it was for is over.</summary>
    Closed,
}
