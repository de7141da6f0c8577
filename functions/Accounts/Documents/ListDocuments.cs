using EStation.Access;
using EStation.Http;
using EStation.Settings;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Accounts.Documents;

/// <param name="Version">What a consent names: the newest version of any of them.</param>
public sealed record DocumentsResponse(string Version, OperatorResponse Operator, IReadOnlyList<DocumentName> Items);

/// <param name="Icp">The number of the ICP filing.</param>
public sealed record OperatorResponse(string? Name, string? Contact, string? Icp);

public sealed record DocumentName(LegalKind Kind, string Version, Text Title);

public sealed class ListDocuments(LegalDocuments documents, OperatorOptions operators)
{
    private static readonly TimeSpan Cacheable = TimeSpan.FromHours(1);

    [Function(nameof(ListDocuments))]
    [Access(Needs.Nothing)]
    [Answers<DocumentsResponse>]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/documents")] HttpRequest request) =>
        Answer.Public(
            new DocumentsResponse(
                documents.Current,
                new OperatorResponse(operators.Name, operators.Contact, operators.Icp),
                [.. documents.Newest.Select(document => new DocumentName(document.Kind, document.Version, document.Title))]
            ),
            Cacheable
        );
}
