using System.ComponentModel.DataAnnotations;
using EStation.Access;
using EStation.Http;
using EStation.Messages;
using EStation.People;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Accounts.SignIn;

public sealed record SendCodeRequest([property: As<Phone>] string? Phone, ProofRequest? Proof = null)
{
    public Result<(Phone Phone, ProofAnswer? Proof)> Parse()
    {
        var check = new Validation();
        var phone = check.Parsed<Phone>("phone", Phone, "is no mainland mobile number");
        var proof = Proof is null
            ? null
            : new ProofAnswer(
                check.Text("proof.nonce", Proof.Nonce, Proofs.LongestNonce),
                check.Text("proof.answer", Proof.Answer, Proofs.LongestAnswer)
            );
        return check.Or(() => (phone, proof));
    }
}

public sealed record ProofRequest(
    [property: MaxLength(Proofs.LongestNonce)] string? Nonce,
    [property: MaxLength(Proofs.LongestAnswer)] string? Answer
);

public sealed record SendCodeResponse(string Challenge, DateTimeOffset ExpiresAt, int RetryAfterSeconds);

/// <summary>Sends a one-time code to a phone and answers with its challenge. A phone with a role gets a longer code.</summary>
public sealed class SendCode(SignInLimits limits, Challenges challenges, Roles roles, IMessages messages, TimeProvider time)
{
    private const int RetryAfterSeconds = 60;

    [Function(nameof(SendCode))]
    [Access(Needs.Nothing)]
    [Takes<SendCodeRequest>]
    [Answers<SendCodeResponse>(202)]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/sign-in/codes")] HttpRequest request,
        CancellationToken cancellation
    )
    {
        if ((await Body.ReadAsync<SendCodeRequest>(request, cancellation)).Refused(out var refusal, out var body))
            return Answer.Refuse(refusal);
        if (body.Parse().Refused(out refusal, out var asked))
            return Answer.Refuse(refusal);
        var (now, address) = (time.Now(), ClientAddress.Of(request));
        if ((await limits.TakeAsync(asked.Phone, address, asked.Proof, now)).Refused(out refusal, out var share))
            return Answer.Refuse(refusal);

        var (challenge, sealedChallenge) = challenges.Make(
            asked.Phone,
            address,
            share == Share.Strangers,
            now,
            await roles.HasAnyAsync(asked.Phone)
        );
        var text = CodeMessage.In(RequestLanguage.Wanted(request) ?? Language.Zh, challenge.Code, Challenge.Lifetime);
        await messages.SendAsync(new Message(asked.Phone, text, now, sealedChallenge, challenge.Code));
        return Answer.Accepted(new SendCodeResponse(sealedChallenge, challenge.ExpiresAt, RetryAfterSeconds));
    }
}
