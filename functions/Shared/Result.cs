using System.Diagnostics.CodeAnalysis;

namespace EStation;

public readonly struct Result<T>
    where T : notnull
{
    private readonly T? value;
    private readonly Refusal? refusal;

    private Result(T? value, Refusal? refusal) => (this.value, this.refusal) = (value, refusal);

    public static implicit operator Result<T>(T value) => new(value, null);

    public static implicit operator Result<T>(Refusal refusal) => new(default, refusal);

    public bool Refused([NotNullWhen(true)] out Refusal? why, [NotNullWhen(false)] out T? granted)
    {
        (why, granted) = (refusal, value);
        return refusal is not null;
    }
}
