using System.Text.RegularExpressions;
using AllianceAgreements.Domain.Links;
using AllianceAgreements.Testing.Requests;

namespace AllianceAgreements.Workflows.Tests.Mail;

public sealed partial class MailTests
{
    [Fact]
    public async Task ApprovalRequest_Link_BelongsToItsRecipientAlone()
    {
        await using var world = await AgreementWorld.StartAsync();
        var id = (await world.StartAgreementAsync(SampleRequests.Terms(SampleRequests.NorthernHeart))).Id;
        var state = await world.UntilAllAskedAsync(id);

        foreach (var mail in world.Mails)
        {
            var link = new Uri(Link().Match(mail.Text).Value);
            Assert.StartsWith($"https://agreements.example/review/{id}/", link.AbsoluteUri, StringComparison.Ordinal);
            Assert.True(link.AbsoluteUri.Length < 120);
            var holder = world.Get<LinkTokens>().Find(state, LinkPurpose.Review, link.Segments[^1], world.Clock.GetUtcNow());
            Assert.Equal(mail.ToAddress, holder!.Person.Email);
            Assert.Contains(link.AbsoluteUri, mail.Html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task AnyMail_HostileTitle_IsEncodedInHtmlAndKeepsSubjectOneLine()
    {
        await using var world = await AgreementWorld.StartAsync();
        var terms = SampleRequests.Accept(SampleRequests.Edited(
            SampleRequests.NorthernHeart, "$.title = \"<script>alert(1)</script> & {{lead}}\""));
        var id = (await world.StartAgreementAsync(terms)).Id;
        await world.UntilAllAskedAsync(id);

        Assert.All(world.Mails, mail =>
        {
            Assert.DoesNotContain("<script>", mail.Html, StringComparison.Ordinal);
            Assert.Contains("&lt;script&gt;", mail.Html, StringComparison.Ordinal);
            Assert.Contains("<script>alert(1)</script> & {{lead}}", mail.Text, StringComparison.Ordinal);
            Assert.DoesNotContain('\n', mail.Subject);
        });
    }

    [Fact]
    public async Task AnyMail_TextAndHtml_SayTheSame()
    {
        await using var world = await AgreementWorld.StartAsync();
        var id = (await world.StartAgreementAsync(SampleRequests.Terms(SampleRequests.NorthernHeart))).Id;
        await world.UntilAllAskedAsync(id);

        Assert.All(world.Mails, mail =>
        {
            var words = Words().Matches(mail.Text).Select(match => match.Value).Distinct();
            var html = System.Net.WebUtility.HtmlDecode(Markup().Replace(mail.Html, " "));
            Assert.All(words, word => Assert.Contains(word, html, StringComparison.Ordinal));
        });
    }

    [GeneratedRegex("https?://\\S+")]
    private static partial Regex Link();

    [GeneratedRegex("\\w+")]
    private static partial Regex Words();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Markup();
}
