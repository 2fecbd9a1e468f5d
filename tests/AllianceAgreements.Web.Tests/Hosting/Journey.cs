using AllianceAgreements.Domain.Links;
using AllianceAgreements.Domain.Record;
using AllianceAgreements.Testing.Requests;
using Microsoft.Extensions.DependencyInjection;

namespace AllianceAgreements.Web.Tests.Hosting;

/// <summary>The steps of an agreement, by what people intend.</summary>
internal static class Journey
{
    /// <summary>Starts an agreement through the API.</summary>
    public static async Task<AgreementId> StartAgreementAsync(
        this WebHost host, string sample = SampleRequests.NorthAtlanticOncology, string edits = "", string? key = null)
    {
        using var api = host.Api();
        var answer = await api.PostAsync("/api/agreements", SampleRequests.Edited(sample, edits), key);
        Assert.True(answer.Status == 202, answer.Text);
        return AgreementId.Parse(answer.Json["id"]!.GetValue<string>());
    }

    /// <summary>Starts an agreement, and waits until every approver has been asked.</summary>
    public static async Task<AgreementState> AgreementInApprovalAsync(
        this WebHost host, string sample = SampleRequests.NorthAtlanticOncology, string edits = "")
    {
        var id = await host.StartAgreementAsync(sample, edits);
        return await host.UntilAskedAsync(id, revision: 1);
    }

    /// <summary>Completes when every approver of a revision has been asked.</summary>
    public static Task<AgreementState> UntilAskedAsync(this WebHost host, AgreementId id, int revision) => host.UntilAsync(
        id, state => state.FindRevision(revision)?.Round?.Approvers.TrueForAll(approver => approver.RequestedAt is not null) == true);

    /// <summary>Starts an agreement, has everybody approve it, and waits until the first signatory has been asked.</summary>
    public static async Task<AgreementState> AgreementInSigningAsync(
        this WebHost host, string sample = SampleRequests.NorthAtlanticOncology, string edits = "")
    {
        var state = await host.AgreementInApprovalAsync(sample, edits);
        foreach (var approver in state.Latest.Round!.Approvers)
        {
            Assert.Equal(200, (await host.PartnerOf(state.Id, approver.Person.Key).ApproveAsync()).Status);
        }

        return await host.UntilAsync(state.Id, current => current.Signing?.Turn.All(signatory => signatory.RequestedAt is not null) == true);
    }

    /// <summary>Has every signatory sign in turn, and waits until the agreement is archived.</summary>
    public static async Task<AgreementState> ArchivedAgreementAsync(this WebHost host)
    {
        var state = await host.AgreementInSigningAsync();
        while (state.Signing!.Turn.FirstOrDefault() is { } next)
        {
            Assert.Equal(200, (await host.SignatoryOf(state.Id, next.Person.Key).SignAsync()).Status);
            state = await host.UntilAsync(
                state.Id, current => current.Signing!.IsComplete || current.Signing.Turn.All(signatory => signatory.RequestedAt is not null));
        }

        return await host.UntilAsync(state.Id, current => current.Status == AgreementStatus.Archived);
    }

    /// <summary>An approver with the link that was mailed.</summary>
    public static Approver PartnerOf(this WebHost host, AgreementId id, string key, int revision = 1) =>
        new(host.Browse(), $"/review/{id}/{host.TokenOf(id, LinkPurpose.Review, key, revision)}");

    /// <summary>A signatory with the link that was mailed.</summary>
    public static Signatory SignatoryOf(this WebHost host, AgreementId id, string key, int revision = 1) =>
        new(host.Browse(), $"/sign/{id}/{host.TokenOf(id, LinkPurpose.Sign, key, revision)}");

    public static string TokenOf(this WebHost host, AgreementId id, LinkPurpose purpose, string key, int revision = 1) =>
        host.Services.GetRequiredService<LinkTokens>().Create(id, purpose, revision, key);
}

/// <summary>An approver who opened the link.</summary>
internal sealed record Approver(Browser Browser, string Link)
{
    public Task<Page> OpenAsync() => Browser.GetAsync(Link);

    public Task<Page> ApproveAsync() => DecideAsync("approve");

    public Task<Page> RequestChangesAsync(string comment) => DecideAsync("request-changes", comment);

    public Task<Page> DeclineAsync(string reason) => DecideAsync("decline", reason);

    public async Task<Page> DecideAsync(string decision, string comment = "", string name = "Pat Partner") =>
        await Browser.SendAsync((await OpenAsync()).FormTo(Link).With("decision", decision).With("comment", comment).With("name", name));
}

/// <summary>A signatory who opened the link.</summary>
internal sealed record Signatory(Browser Browser, string Link)
{
    public Task<Page> OpenAsync() => Browser.GetAsync(Link);

    public async Task<Page> SignAsync(byte[]? copy = null, string name = "Sam Signatory") => await Browser.SendAsync(
        (await OpenAsync()).FormTo(Link).With("name", name).WithFile("file", "signed.pdf", copy ?? SmallPdf.SignedBy(Link)));
}
