using EStation.People;

namespace EStation.Accounts.SignIn;

/// <summary>Rate limits of codes: by address and network, by phone, and by day for all. Reasons: docs/decisions/0025, 0026.</summary>
public sealed class SignInLimits(PhoneTable phones, NetworkTable networks, MessageBudget budget, Proofs proofs, SignInOptions options)
{
    public async Task<Result<Share>> TakeAsync(Phone phone, string address, ProofAnswer? proof, DateTimeOffset now)
    {
        var proven = proof is null ? null : proofs.Check(proof, phone, address, now);
        if (proven is null && networks.BitsFor(address, options.PerAddressPerMinute, now) is { } busy)
            return AccountRefusals.ProofNeeded(proofs.Ask(phone, address, busy, now));
        var network = phones.HashOf(address);
        var seen = await phones.SeeAsync(phone);
        if (proven <= seen.Asked.LastProof)
            proven = null; // the proof is used up
        var trust = seen.TrustAt(network, now);
        // A network at its daily limit gives the same answer for a phone known elsewhere as for an unknown phone.
        var answer = await networks.TakeAsync(address, trust == PhoneTrust.Here, proven is not null, options.PerAddressPerMinute, now);
        if (answer.Bits is { } bits)
            return AccountRefusals.ProofNeeded(proofs.Ask(phone, address, bits, now));
        if ((answer.Left ?? await AskAsync(phone, network, proven, now)) is { } wait)
            return Refusal.RetryIn(wait);
        return await budget.TakeAsync(address, trust, answer.IsEarned, now) is { } share ? share : Refusal.RetryIn(Day.Of(now).End - now);
    }

    public void Solve(Challenge challenge)
    {
        var askedAt = challenge.ExpiresAt - Challenge.Lifetime;
        networks.Solve(challenge.Address, askedAt);
        if (challenge.OfStrangers)
            budget.Solve(challenge.Address, askedAt);
    }

    private Task<TimeSpan?> AskAsync(Phone phone, string network, DateTimeOffset? proof, DateTimeOffset now)
    {
        var person = PersonTable.NewId();
        return phones.DecideAsync(phone, use => use.Ask(network, person, options.PerPhonePerHour, proof, now));
    }
}
