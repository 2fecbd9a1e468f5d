using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using AllianceAgreements.Domain.Record;
using AllianceAgreements.Web.Tests.Hosting;

namespace AllianceAgreements.Web.Tests.Api;

public sealed class ReadAgreementTests(SharedHost shared) : IClassFixture<SharedHost>
{
    [Fact]
    public async Task Get_InApproval_TellsWhoItWaitsForAndSinceWhen()
    {
        var state = await shared.Host.AgreementInApprovalAsync();
        using var api = shared.Host.Api();

        var agreement = (await api.GetAsync($"/api/agreements/{state.Id}")).Json;

        Assert.Equal(state.Reference, agreement["reference"]!.GetValue<string>());
        Assert.Equal("InApproval", agreement["status"]!.GetValue<string>());
        Assert.Equal(1, agreement["revision"]!.GetValue<int>());
        var first = agreement["waitingOn"]![0]!;
        var approver = state.Latest.Round!.Approvers[0];
        Assert.Equal(approver.Person.Name, first["person"]!.GetValue<string>());
        Assert.Equal(approver.Person.Party, first["party"]!.GetValue<string>());
        Assert.Equal(approver.RequestedAt, first["since"]!.GetValue<DateTimeOffset>());
        Assert.Equal(state.Latest.Round.Deadline, first["due"]!.GetValue<DateTimeOffset>());
    }

    [Fact]
    public async Task Get_Archived_TellsTheFingerprintAndWaitsForNobody()
    {
        var state = await shared.Host.ArchivedAgreementAsync();
        using var api = shared.Host.Api();

        var agreement = (await api.GetAsync($"/api/agreements/{state.Id}")).Json;

        Assert.Equal("Archived", agreement["status"]!.GetValue<string>());
        Assert.Equal(state.Archive!.ManifestSha256, agreement["archive"]!["manifestSha256"]!.GetValue<string>());
        Assert.Empty(agreement["waitingOn"]!.AsArray());
    }

    [Fact]
    public async Task GetDocuments_EachHref_GivesTheBytesItsHashNames()
    {
        var state = await shared.Host.ArchivedAgreementAsync();
        using var api = shared.Host.Api();
        var documents = (await api.GetAsync($"/api/agreements/{state.Id}")).Json["documents"]!.AsArray();

        Assert.Equal(["Draft", "Terms", "SignedCopy"], documents.Select(document => document!["kind"]!.GetValue<string>()).Distinct());
        Assert.Equal(2 + state.Signing!.Signatories.Count, documents.Count);
        foreach (var document in documents)
        {
            var file = await api.GetAsync(document!["href"]!.GetValue<string>());
            Assert.Equal(200, file.Status);
            Assert.Equal(document["sha256"]!.GetValue<string>(), Convert.ToHexStringLower(SHA256.HashData(file.Body)));
            Assert.Equal(document["bytes"]!.GetValue<long>(), file.Body.Length);
            Assert.Equal("nosniff", file.Header("X-Content-Type-Options"));
            var disposition = file.Response.Content.Headers.ContentDisposition!;
            Assert.Equal("attachment", disposition.DispositionType);
            Assert.Equal(document["name"]!.GetValue<string>(), disposition.FileNameStar ?? disposition.FileName!.Trim('"'));
            Assert.Equal(
                document["kind"]!.GetValue<string>() switch
                {
                    "Draft" => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                    "Terms" => "application/json",
                    _ => "application/pdf",
                },
                file.MediaType);
        }
    }

    [Fact]
    public async Task GetRecord_Entries_AreTheStoredLinesAndChain()
    {
        var state = await shared.Host.AgreementInApprovalAsync();
        using var api = shared.Host.Api();

        var answer = await api.GetAsync($"/api/agreements/{state.Id}/record");

        var entries = JsonNode.Parse(answer.Body)!.AsArray();
        Assert.Equal(await shared.Host.CountEntriesAsync(state.Id), entries.Count);
        Assert.Equal(
            ["position", "at", "actor", "type", "data", "previousHash", "hash"], entries[0]!.AsObject().Select(member => member.Key));
        var lines = answer.Text.Trim().TrimStart('[').TrimEnd(']').Split(",\n").Select(line => (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(line));
        Assert.Null(RecordChain.FindFault(lines));
    }

    [Theory]
    [InlineData("/api/agreements/00000000000000000000000000")]
    [InlineData("/api/agreements/00000000000000000000000000/record")]
    [InlineData("/api/agreements/not-an-id")]
    [InlineData("/api/agreements/00000000000000000000000000/documents/0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("/api/nothing")]
    [InlineData("/api")]
    public async Task Get_WhatIsNotThere_Is404(string path)
    {
        using var api = shared.Host.Api();

        ProblemAssert.Is(404, await api.GetAsync(path));
    }

    [Fact]
    public async Task GetDocument_OfAnotherAgreement_Is404()
    {
        var one = await shared.Host.AgreementInApprovalAsync();
        var other = await shared.Host.StartAgreementAsync(edits: "$.title = \"Other\"");
        using var api = shared.Host.Api();

        ProblemAssert.Is(404, await api.GetAsync($"/api/agreements/{other}/documents/{one.Latest.Draft!.Sha256}"));
    }

    [Fact]
    public async Task Get_OtherMethods_Are405()
    {
        var id = await shared.Host.StartAgreementAsync();
        using var api = shared.Host.Api();

        foreach (var method in new[] { HttpMethod.Put, HttpMethod.Delete, HttpMethod.Patch })
        {
            var answer = await api.SendAsync(method, $"/api/agreements/{id}", content: null);
            ProblemAssert.Is(405, answer);
            Assert.Contains("GET", answer.Header("Allow"), StringComparison.Ordinal);
        }
    }
}
