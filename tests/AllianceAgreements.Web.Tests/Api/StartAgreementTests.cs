using System.Net.Http.Headers;
using System.Text;
using AllianceAgreements.Domain.Drafting;
using AllianceAgreements.Domain.Intake;
using AllianceAgreements.Domain.Ports;
using AllianceAgreements.Domain.Record;
using AllianceAgreements.Testing.Requests;
using AllianceAgreements.Web.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace AllianceAgreements.Web.Tests.Api;

public sealed class StartAgreementTests(SharedHost shared) : IClassFixture<SharedHost>
{
    private const string Address = "/api/agreements";
    private static readonly byte[] Sample = SampleRequests.Read(SampleRequests.NorthernHeart);

    private WebHost Host => shared.Host;

    [Fact]
    public async Task Post_ValidRequest_AnswersWhereTheAgreementIs()
    {
        using var api = Host.Api();

        var answer = await api.PostAsync(Address, Sample);

        Assert.Equal(202, answer.Status);
        var id = answer.Json["id"]!.GetValue<string>();
        Assert.True(AgreementId.TryParse(id, out _));
        Assert.Equal("Drafting", answer.Json["status"]!.GetValue<string>());
        Assert.StartsWith("AA-2027-", answer.Json["reference"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal($"/api/agreements/{id}", answer.Header("Location"));
        foreach (var link in answer.Json["links"]!.AsObject().Where(link => link.Key != "page"))
        {
            Assert.Equal(200, (await api.GetAsync(link.Value!.GetValue<string>())).Status);
        }
    }

    [Fact]
    public async Task Post_SeveralFaults_NamesEachByItsPath()
    {
        using var api = Host.Api();
        var faulty = SampleRequests.Edited(
            SampleRequests.NorthernHeart, "$.parties[1].shortName = \"x\"\n$.term.structuralReviewMonths = 24\n$.surprise = 1");

        var answer = await api.PostAsync(Address, faulty);

        var errors = ProblemAssert.Is(400, answer)["errors"]!.AsObject();
        Assert.Contains("$.parties[1].shortName", errors.Select(error => error.Key));
        Assert.Contains("$.term.structuralReviewMonths", errors.Select(error => error.Key));
        Assert.Contains("$.surprise", errors.Select(error => error.Key));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    public async Task Post_NotARequest_IsAFaultOfTheWhole(string body)
    {
        using var api = Host.Api();

        ProblemAssert.HasErrors(await api.PostAsync(Address, body), "$");
    }

    [Fact]
    public async Task Post_FormWithoutTemplate_NamesTheForm()
    {
        await using var host = await WebHost.StartAsync(replace: services => services.AddSingleton<ITemplateSource, NoTemplates>());
        using var api = host.Api();

        ProblemAssert.HasErrors(await api.PostAsync(Address, SampleRequests.Read(SampleRequests.GulfCoast)), "$.form");
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/xml")]
    [InlineData("application/json; charset=utf-16")]
    [InlineData(null)]
    public async Task Post_OtherMediaType_Is415(string? type)
    {
        using var api = Host.Api();
        var content = new ByteArrayContent(Sample);
        content.Headers.ContentType = type is null ? null : MediaTypeHeaderValue.Parse(type);

        ProblemAssert.Is(415, await api.SendAsync(HttpMethod.Post, Address, content));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Post_TooLarge_Is413(bool saysItsLength)
    {
        using var api = Host.Api();
        var stream = new MemoryStream(Encoding.ASCII.GetBytes($"\"{new string('a', WebOptions.MaximumBodyBytes)}\""));
        HttpContent content = saysItsLength ? new ByteArrayContent(stream.ToArray()) : new StreamContent(new UnseekableStream(stream));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");

        ProblemAssert.Is(413, await api.SendAsync(HttpMethod.Post, Address, content));
    }

    [Fact]
    public async Task Post_SameKeyAgain_StartsNothingNew()
    {
        using var api = Host.Api();

        var first = await api.PostAsync(Address, Sample, "again-1");
        var second = await api.PostAsync(Address, Sample, "again-1");

        Assert.Equal(202, second.Status);
        Assert.Equal(first.Json["id"]!.GetValue<string>(), second.Json["id"]!.GetValue<string>());
    }

    [Fact]
    public async Task Post_SameKeyAtOnce_StartsOneAgreement()
    {
        using var api = Host.Api();

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => api.PostAsync(Address, Sample, "at-once")));

        Assert.All(answers, answer => Assert.Equal(202, answer.Status));
        var id = AgreementId.Parse(Assert.Single(answers.Select(answer => answer.Json["id"]!.GetValue<string>()).Distinct()));
        var record = await Host.Services.GetRequiredService<IAgreementRecord>().ReadAsync(id, CancellationToken.None);
        Assert.Single(record, entry => entry.Event is AgreementStarted);
    }

    [Fact]
    public async Task Post_SameKeyOfAnotherRole_IsAnotherKey()
    {
        using var legal = Host.Api();
        using var administrator = Host.Api("Administrator");

        var first = await legal.PostAsync(Address, Sample, "shared");
        var second = await administrator.PostAsync(Address, Sample, "shared");

        Assert.NotEqual(first.Json["id"]!.GetValue<string>(), second.Json["id"]!.GetValue<string>());
    }

    [Fact]
    public async Task Post_SameKeyOtherBody_Is422()
    {
        using var api = Host.Api();
        await api.PostAsync(Address, Sample, "used");

        ProblemAssert.Is(422, await api.PostAsync(Address, SampleRequests.Read(SampleRequests.NorthAtlanticOncology), "used"));
    }

    [Theory]
    [InlineData("has a space")]
    [InlineData("")]
    public async Task Post_KeyThatIsNone_NamesTheHeader(string key)
    {
        using var api = Host.Api();

        ProblemAssert.HasErrors(await api.PostAsync(Address, Sample, key), "Idempotency-Key");
    }

    [Fact]
    public async Task Post_KeyTooLong_NamesTheHeader()
    {
        using var api = Host.Api();

        ProblemAssert.HasErrors(await api.PostAsync(Address, Sample, new string('k', 256)), "Idempotency-Key");
        Assert.Equal(202, (await api.PostAsync(Address, Sample, new string('k', 255))).Status);
    }

    [Fact]
    public async Task Post_WithoutKeyTwice_StartsTwo()
    {
        using var api = Host.Api();

        var first = await api.PostAsync(Address, Sample);
        var second = await api.PostAsync(Address, Sample);

        Assert.NotEqual(first.Json["id"]!.GetValue<string>(), second.Json["id"]!.GetValue<string>());
    }

    private sealed class UnseekableStream(Stream inner) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count) => inner.Read(buffer, offset, count);

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }

    private sealed class NoTemplates : ITemplateSource
    {
        public ValueTask<IReadOnlyList<TemplateFile>> LoadAsync(AllianceForm form, CancellationToken cancellationToken) => ValueTask.FromResult<IReadOnlyList<TemplateFile>>([]);

        public ValueTask<IReadOnlyList<AllianceForm>> ListFormsAsync(CancellationToken cancellationToken) => ValueTask.FromResult<IReadOnlyList<AllianceForm>>([]);
    }
}
