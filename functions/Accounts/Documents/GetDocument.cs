using EStation.Access;
using EStation.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Accounts.Documents;

/// <summary>A document that people agree to, in its newest version or an earlier one.</summary>
public sealed class GetDocument(LegalDocuments documents)
{
    private static readonly TimeSpan Cacheable = TimeSpan.FromHours(1);

    [Function(nameof(GetDocument))]
    [Access(Needs.Nothing)]
    [Answers<LegalDocument>]
    public IResult Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/documents/{kind}")] HttpRequest request,
        string kind
    ) =>
        EnumNames<LegalKind>.Find(kind) is { } known && documents.Find(known, Query.Text(request, "version")) is { } found
            ? Answer.Public(found, Cacheable)
            : Answer.Refuse(Refusal.NotFound);
}
