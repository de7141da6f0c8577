using System.Security.Cryptography;
using System.Text;
using EStation.Access;
using EStation.Http;
using EStation.People;
using EStation.Regions;
using EStation.Settings;
using EStation.Trainings.Enrolments;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Net.Http.Headers;

namespace EStation.Trainings.Certificates;

public sealed record CertificateResponse(
    string Number,
    string Holder,
    Programme Programme,
    Text ProgrammeName,
    Text Title,
    double Hours,
    Day IssuedOn,
    bool Valid
);

public enum CertificateFormat
{
    Json,
    Svg,
    Html,
}

/// <summary>Verifies a certificate for any caller with its number; only the holder gets the full name, to print it.</summary>
public sealed class GetCertificate(
    CertificateTable certificates,
    EnrolmentTable enrolments,
    Callers callers,
    Divisions divisions,
    SiteOptions site
)
{
    private static readonly TimeSpan Cacheable = TimeSpan.FromMinutes(1);
    private static readonly string Policy =
        $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(CertificateDrawing.Style)))}'; frame-ancestors 'none'";

    [Function(nameof(GetCertificate))]
    [Access(Needs.Nothing)]
    [Answers<CertificateResponse>]
    [AnswersFile("image/svg+xml", "text/html")]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/certificates/{number}")] HttpRequest request,
        string number
    )
    {
        if (await certificates.FindAsync(CertificateNumbers.Read(number)) is not { } certificate)
            return Answer.Refuse(Refusal.NotFound);
        var check = new Validation();
        var format = Query.Enum<CertificateFormat>(request, "format", check) ?? CertificateFormat.Json;
        if (check.Or(() => format).Refused(out var refusal, out _))
            return Answer.Refuse(refusal);
        if (format == CertificateFormat.Json)
            return Answer.Public(ResponseOf(certificate), Cacheable);

        var address = site.AddressOf(request, $"/api/certificates/{certificate.Number}?format=html");
        if (await IsHolderAsync(request, certificate))
            return Draw(format, certificate, certificate.Holder, address);
        request.HttpContext.Response.Headers.Append(HeaderNames.Vary, HeaderNames.Authorization);
        var masked = Draw(format, certificate, Masked.Name(certificate.Holder), address);
        return Answer.Cached(masked, Fingerprint.OfFigures(format, address, ResponseOf(certificate)), Cacheable);
    }

    private IResult Draw(CertificateFormat format, Certificate certificate, string holder, string address) =>
        format == CertificateFormat.Svg
            ? Answer.Drawing(CertificateDrawing.Svg(certificate, holder, IssuerOf(certificate), address), "image/svg+xml")
            : Answer.Drawing(
                CertificateDrawing.Page(certificate, holder, IssuerOf(certificate), address),
                "text/html; charset=utf-8",
                Policy
            );

    private Text IssuerOf(Certificate certificate) =>
        divisions.Find(certificate.Village.County)?.Name ?? new Text(certificate.Village.County.Value);

    private async Task<bool> IsHolderAsync(HttpRequest request, Certificate certificate) =>
        !(await callers.FindAsync(request, Needs.Token)).Refused(out _, out var caller)
        && (caller.Id == certificate.Person || await enrolments.IsGuestAsync(caller.Id, certificate.Training, certificate.Person));

    private static CertificateResponse ResponseOf(Certificate certificate) =>
        new(
            certificate.Number,
            Masked.Name(certificate.Holder),
            certificate.Programme,
            certificate.Programme.Name,
            certificate.Title,
            certificate.Hours,
            certificate.IssuedOn,
            certificate.Valid
        );
}
