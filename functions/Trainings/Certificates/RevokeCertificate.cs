using EStation.Access;
using EStation.Contests.Attempts;
using EStation.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Trainings.Certificates;

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
public sealed class RevokeCertificate(CertificateTable certificates, TimeProvider time)
{
    [Function(nameof(RevokeCertificate))]
    [Access(Role.Official, Role.Administrator)]
    [Takes<RevokeCertificateRequest>]
    [Answers(204)]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "api/certificates/{number}")] HttpRequest request,
        string number,
        CancellationToken cancellation
    )
    {
        var caller = request.Caller();
        var load = certificates.FindAsync(CertificateNumbers.Read(number));
        if ((await caller.FindAsync(load, found => found.Village)).Refused(out var refusal, out var certificate))
            return Answer.Refuse(refusal);
        if ((await Body.ReadAsync<RevokeCertificateRequest>(request, cancellation)).Refused(out refusal, out var body))
            return Answer.Refuse(refusal);
        if (body.Parse().Refused(out refusal, out var reason))
            return Answer.Refuse(refusal);
        await certificates.RevokeAsync(certificate.Number, reason, time.Now());
        await caller.RecordAsync(certificate.Village);
        return Answer.Nothing();
    }
}
