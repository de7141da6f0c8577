using EStation.Access;
using EStation.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Trainings;

public sealed record RevokeCertificateRequest(string? Reason)
{
    private const int LongestReason = 500;

    public Result<string> Parse()
    {
        var check = new Validation();
        var reason = check.Text("reason", Reason, LongestReason);
        return check.Or(() => reason);
    }
}

/// <summary>An official revokes a certificate. It stays, and says so.</summary>
public sealed class RevokeCertificate(Callers callers, Officials officials, CertificateTable certificates, TimeProvider time)
{
    [Function(nameof(RevokeCertificate))]
    [Takes<RevokeCertificateRequest>]
    [Answers(204)]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "api/certificates/{number}")] HttpRequest request,
        string number,
        CancellationToken cancellation
    )
    {
        if ((await officials.RequireAsync(request, nameof(RevokeCertificate), number)).Refused(out var refusal, out var person))
            return Answer.Refuse(refusal);
        if (await certificates.FindAsync(CertificateNumbers.Read(number)) is not { } certificate)
            return Answer.Refuse(Refusal.NotFound);
        if (await officials.RefuseAsync(person, certificate.Village, nameof(RevokeCertificate), number) is { } notAllowed)
            return Answer.Refuse(notAllowed);
        if ((await Body.ReadAsync<RevokeCertificateRequest>(request, cancellation)).Refused(out refusal, out var body))
            return Answer.Refuse(refusal);
        if (body.Parse().Refused(out refusal, out var reason))
            return Answer.Refuse(refusal);
        await certificates.RevokeAsync(certificate.Number, reason, time.Now());
        await callers.RecordAsync(person, nameof(RevokeCertificate), certificate.Village, number);
        return Answer.Nothing();
    }
}
