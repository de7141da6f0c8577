namespace EStation;

[Flags]
public enum Audience
{
    None = 0,
    Women = 1,
    Minority = 2,
    LeftBehind = 4,
    Under35 = 8,
    Over60 = 16,
}
