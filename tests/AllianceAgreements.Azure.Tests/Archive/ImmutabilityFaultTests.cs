using AllianceAgreements.Azure.Archive;
using Azure;
using Xunit;

namespace AllianceAgreements.Azure.Tests.Archive;

public sealed class ImmutabilityFaultTests
{
    [Theory]
    [InlineData(400, "InvalidHeaderValue")]
    [InlineData(405, "UnsupportedHttpVerb")]
    [InlineData(409, "FeatureNotSupportedForAccount")]
    [InlineData(501, null)]
    public void Describe_AccountWithoutTheFeature_NamesIt(int status, string? code) =>
        Assert.Contains("version-level immutability", ImmutabilityFault.Describe(Fault(status, code)), StringComparison.Ordinal);

    [Theory]
    [InlineData("AuthorizationPermissionMismatch")]
    [InlineData("AuthorizationFailure")]
    [InlineData(null)]
    public void Describe_NoRight_NamesTheRole(string? code) =>
        Assert.Contains("Storage Blob Data Owner", ImmutabilityFault.Describe(Fault(403, code)), StringComparison.Ordinal);

    [Theory]
    [InlineData(0, null)]
    [InlineData(401, "InvalidAuthenticationInfo")]
    [InlineData(403, "AuthenticationFailed")]
    [InlineData(404, "BlobNotFound")]
    [InlineData(408, null)]
    [InlineData(409, "LeaseIdMissing")]
    [InlineData(412, "ConditionNotMet")]
    [InlineData(429, "TooManyRequests")]
    [InlineData(500, "InternalError")]
    [InlineData(503, "ServerBusy")]
    public void Describe_AnyOtherFault_IsNone(int status, string? code) => Assert.Null(ImmutabilityFault.Describe(Fault(status, code)));

    private static RequestFailedException Fault(int status, string? code) => new(status, "No.", code, null);
}
