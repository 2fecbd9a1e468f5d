using System.Security.Cryptography;
using System.Text;
using AllianceAgreements.Domain.Approvals;
using AllianceAgreements.Domain.Links;
using AllianceAgreements.Domain.Record;
using AllianceAgreements.Domain.Tests.Record;
using CsCheck;
using Xunit;

namespace AllianceAgreements.Domain.Tests.Links;

public sealed class LinkTokensTests : IDisposable
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    private static readonly byte[] Key = [.. Enumerable.Range(0, 32).Select(n => (byte)n)];

    private readonly LinkTokens _tokens = new(Key);

    [Fact]
    public void Create_KnownLink_IsTheFirstHalfOfItsHmac()
    {
        var id = AgreementId.Parse("01234567890123456789012345");
        var mac = HMACSHA256.HashData(Key, Encoding.UTF8.GetBytes("link/1\n01234567890123456789012345\nReview\n2\napprover-1-1\n0"));

        var token = _tokens.Create(id, LinkPurpose.Review, 2, "approver-1-1");

        Assert.Equal(Convert.ToBase64String(mac[..16]).TrimEnd('=').Replace('+', '-').Replace('/', '_'), token);
        Assert.Equal(22, token.Length);
        Assert.All(token, c => Assert.Contains(c, Alphabet));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(31)]
    [InlineData(33)]
    public void New_KeyOfAnotherLength_Throws(int length) => Assert.Throws<ArgumentException>(() => new LinkTokens(new byte[length]));

    [Theory]
    [InlineData(0)]
    [InlineData(31)]
    [InlineData(33)]
    public void New_PreviousKeyOfAnotherLength_Throws(int length) =>
        Assert.Throws<ArgumentException>(() => new LinkTokens(Key, Key, new byte[length]));

    [Fact]
    public void Find_TokenUnderAPreviousKey_TellsWhoseWhileTheKeyIsKept()
    {
        var agreement = ScriptedAgreement.InApproval();
        var token = _tokens.Create(agreement.Id, LinkPurpose.Review, 1, "approver-1-1");
        using var rotated = new LinkTokens(RandomNumberGenerator.GetBytes(32), RandomNumberGenerator.GetBytes(32), Key);
        using var forgotten = new LinkTokens(RandomNumberGenerator.GetBytes(32));

        Assert.Equal("approver-1-1", rotated.Find(agreement.State, LinkPurpose.Review, token, agreement.Now)!.Person.Key);
        Assert.Null(forgotten.Find(agreement.State, LinkPurpose.Review, token, agreement.Now));
    }

    [Fact]
    public void Create_AfterARotation_IsUnderTheNewKey()
    {
        var agreement = ScriptedAgreement.InApproval();
        byte[] key = [.. Key.Reverse()];
        using var rotated = new LinkTokens(key, Key);
        using var fresh = new LinkTokens(key);

        var token = rotated.Create(agreement.Id, LinkPurpose.Review, 1, "approver-1-1");

        Assert.Equal(fresh.Create(agreement.Id, LinkPurpose.Review, 1, "approver-1-1"), token);
        Assert.Equal("approver-1-1", rotated.Find(agreement.State, LinkPurpose.Review, token, agreement.Now)!.Person.Key);
    }

    [Fact]
    public void Find_OwnToken_TellsWhose()
    {
        var agreement = ScriptedAgreement.InSigning();
        foreach (var approver in agreement.Round.Approvers)
        {
            var token = _tokens.Create(agreement.Id, LinkPurpose.Review, 1, approver.Person.Key);
            Assert.Equal(approver.Person, _tokens.Find(agreement.State, LinkPurpose.Review, token, agreement.Now)!.Person);
        }

        foreach (var signatory in agreement.State.Signing!.Signatories)
        {
            var token = _tokens.Create(agreement.Id, LinkPurpose.Sign, 1, signatory.Person.Key);
            Assert.Equal(signatory.Person, _tokens.Find(agreement.State, LinkPurpose.Sign, token, agreement.Now)!.Person);
        }
    }

    [Fact]
    public void Find_AnyOtherCharacterAnywhere_IsNull()
    {
        var agreement = ScriptedAgreement.InApproval();
        var token = _tokens.Create(agreement.Id, LinkPurpose.Review, 1, "approver-1-1");
        for (var place = 0; place < token.Length; place++)
        {
            foreach (var other in Alphabet.Where(c => c != token[place]))
            {
                var altered = $"{token[..place]}{other}{token[(place + 1)..]}";
                Assert.Null(_tokens.Find(agreement.State, LinkPurpose.Review, altered, agreement.Now));
            }
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("======================")]
    [InlineData("éééééééééééééééééééééé")]
    public void Find_NoToken_IsNull(string token) =>
        Assert.Null(_tokens.Find(ScriptedAgreement.InApproval().State, LinkPurpose.Review, token, ScriptedAgreement.Start));

    [Fact]
    public void Find_CutLengthenedOrPaddedToken_IsNull()
    {
        var agreement = ScriptedAgreement.InApproval();
        var token = _tokens.Create(agreement.Id, LinkPurpose.Review, 1, "approver-1-1");

        Assert.All(
            [token[..^1], token + "A", token + "==", " " + token, token + "\n", token[..^1] + " "],
            altered => Assert.Null(_tokens.Find(agreement.State, LinkPurpose.Review, altered, agreement.Now)));
    }

    [Fact]
    public void Find_TokenOfAnythingElse_IsNull()
    {
        var agreement = ScriptedAgreement.InSigning();
        using var otherKey = new LinkTokens(RandomNumberGenerator.GetBytes(32));
        string[] others =
        [
            _tokens.Create(AgreementId.New(), LinkPurpose.Review, 1, "approver-1-1"),
            _tokens.Create(agreement.Id, LinkPurpose.Sign, 1, "approver-1-1"),
            _tokens.Create(agreement.Id, LinkPurpose.Sign, 1, "signatory-1"),
            _tokens.Create(agreement.Id, LinkPurpose.Review, 2, "approver-1-1"),
            _tokens.Create(agreement.Id, LinkPurpose.Review, 1, "approver-9-9"),
            _tokens.Create(agreement.Id, LinkPurpose.Review, 1, "approver-1-1", rotation: 1),
            otherKey.Create(agreement.Id, LinkPurpose.Review, 1, "approver-1-1"),
        ];

        Assert.All(others, token => Assert.Null(_tokens.Find(agreement.State, LinkPurpose.Review, token, agreement.Now)));
    }

    [Fact]
    public void Create_DifferentLinks_NeverShareAToken()
    {
        var link = Gen.Select(Gen.Int[0, 3], Gen.Enum<LinkPurpose>(), Gen.Int[1, 30], Gen.OneOf("a-1", "a-11", "a-1-1", "1", "11"), Gen.Int[0, 30]);
        Gen.Select(link, link).Sample((a, b) => Assert.Equal(a == b, Create(a) == Create(b)));

        string Create((int Agreement, LinkPurpose Purpose, int Round, string Person, int Rotation) l) =>
            _tokens.Create(AgreementId.FromIdempotencyKey("tests", $"{l.Agreement}"), l.Purpose, l.Round, l.Person, l.Rotation);
    }

    [Fact]
    public void Find_ReviewLink_TellsItsStanding()
    {
        var agreement = ScriptedAgreement.InApproval();
        LinkStanding Standing() => _tokens.Find(
            agreement.State, LinkPurpose.Review, _tokens.Create(agreement.Id, LinkPurpose.Review, 1, "approver-1-1"), agreement.Now)!.Standing;

        Assert.Equal(LinkStanding.Open, Standing());
        agreement.Decide("approver-2-1", ApprovalChoice.RequestChanges);
        Assert.Equal(LinkStanding.Open, Standing());
        agreement.Now = agreement.Round.Deadline;
        Assert.Equal(LinkStanding.Expired, Standing());
        agreement.Evaluate();
        Assert.Equal(LinkStanding.Closed, Standing());
        agreement.Revise();
        Assert.Equal(LinkStanding.Superseded, Standing());
    }

    [Fact]
    public void Find_ReviewLinkOfAnExpiredRound_IsExpired()
    {
        var agreement = ScriptedAgreement.InApproval();
        var token = _tokens.Create(agreement.Id, LinkPurpose.Review, 1, "approver-1-1");
        agreement.Now = agreement.Round.Deadline;
        agreement.Evaluate();

        Assert.Equal(LinkStanding.Expired, _tokens.Find(agreement.State, LinkPurpose.Review, token, agreement.Now)!.Standing);
    }

    [Fact]
    public void Find_SignLink_TellsItsStanding()
    {
        var executed = ScriptedAgreement.Executed();
        var withdrawn = ScriptedAgreement.InSigning();
        withdrawn.Withdraw();
        var open = ScriptedAgreement.InSigning();

        Assert.Equal(LinkStanding.Open, Standing(open));
        open.Now = open.State.Signing!.Deadline;
        Assert.Equal(LinkStanding.Expired, Standing(open));
        open.EvaluateSigning();
        Assert.Equal(LinkStanding.Expired, Standing(open));
        Assert.Equal(LinkStanding.Closed, Standing(executed));
        Assert.Equal(LinkStanding.Closed, Standing(withdrawn));
        var superseded = _tokens.Create(executed.Id, LinkPurpose.Review, 1, "approver-1-1");
        Assert.Equal(LinkStanding.Superseded, _tokens.Find(executed.State, LinkPurpose.Review, superseded, executed.Now)!.Standing);

        LinkStanding Standing(ScriptedAgreement agreement) => _tokens.Find(
            agreement.State, LinkPurpose.Sign,
            _tokens.Create(agreement.Id, LinkPurpose.Sign, agreement.State.Signing!.Revision, "signatory-1"), agreement.Now)!.Standing;
    }

    public void Dispose() => _tokens.Dispose();
}
