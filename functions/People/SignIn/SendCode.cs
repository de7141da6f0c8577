using System.Globalization;
using System.Security.Cryptography;
using EStation.Http;
using EStation.Identity;
using EStation.Messages;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.IdentityModel.Tokens;

namespace EStation.People;

internal sealed record SendCodeRequest(string? Phone)
{
    public Result<Phone> Parse()
    {
        var check = new Validation();
        var phone = check.Parsed<Phone>("phone", Phone, "is no mainland mobile number");
        return check.Or(() => phone);
    }
}

internal sealed record SendCodeResponse(string Challenge, DateTimeOffset ExpiresAt, int RetryAfterSeconds);

/// <summary>Sends a one-time code to a phone, for the challenge that it answers with.</summary>
internal sealed class SendCode(SignInLimits limits, ChallengeTable challenges, Secrets secrets, IMessages messages, TimeProvider time)
{
    private const int RetryAfterSeconds = 60;

    [Function(nameof(SendCode))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/sign-in/codes")] HttpRequest request,
        CancellationToken cancellation
    )
    {
        if ((await Body.ReadAsync<SendCodeRequest>(request, cancellation)).Refused(out var refusal, out var body))
            return Answer.Refuse(refusal);
        if (body.Parse().Refused(out refusal, out var phone))
            return Answer.Refuse(refusal);
        var now = time.Now();
        if (await limits.TakeAsync(phone, ClientAddress.Of(request), now) is { } tooOften)
            return Answer.Refuse(tooOften);

        var code = RandomNumberGenerator.GetInt32(1_000_000).ToString("D6", CultureInfo.InvariantCulture);
        var id = Base64UrlEncoder.Encode(RandomNumberGenerator.GetBytes(16));
        var challenge = Challenge.Make(id, phone, code, secrets.Codes.Current, now);
        await challenges.AddAsync(challenge);
        var text = CodeMessage.In(RequestLanguage.Wanted(request) ?? Language.Zh, code, Challenge.Lifetime);
        await messages.SendAsync(new Message(phone, text, now, id, code));
        return Answer.Accepted(new SendCodeResponse(id, challenge.ExpiresAt, RetryAfterSeconds));
    }
}
