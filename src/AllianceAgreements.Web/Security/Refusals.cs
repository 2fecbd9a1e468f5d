using AllianceAgreements.Domain.Record;
using Microsoft.AspNetCore.Http;

namespace AllianceAgreements.Web.Security;

/// <summary>Refusals of the domain, as HTTP.</summary>
internal static class Refusals
{
    public static int StatusCodeOf(RefusalReason reason) => reason switch
    {
        RefusalReason.NotFound => StatusCodes.Status404NotFound,
        RefusalReason.WrongState => StatusCodes.Status409Conflict,
        _ => StatusCodes.Status400BadRequest,
    };
}
