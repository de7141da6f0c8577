using System.Reflection;

namespace EStation.Emulator;

/// <summary>Everything public of an assembly, one line each, sorted.</summary>
internal static class Signatures
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly NullabilityInfoContext Nullability = new();

    public static IEnumerable<string> Of(Assembly assembly) =>
        assembly
            .GetExportedTypes()
            .SelectMany(type => Members(type).Select(member => $"{TypeName(type)}: {member}").Prepend($"{TypeName(type)}: {Kind(type)}"))
            .Order(StringComparer.Ordinal);

    private static string Kind(Type type) => string.Join(' ', KindWords(type)) + Bases(type);

    private static IEnumerable<string> KindWords(Type type)
    {
        if (type.IsEnum)
            return ["enum"];
        if (type.IsInterface)
            return ["interface"];
        if (typeof(Delegate).IsAssignableFrom(type))
            return ["delegate"];
        return type switch
        {
            { IsAbstract: true, IsSealed: true } => ["static class"],
            { IsAbstract: true } => ["abstract class"],
            { IsSealed: true } => ["sealed class"],
            _ => ["class"],
        };
    }

    private static string Bases(Type type)
    {
        if (type.IsEnum || typeof(Delegate).IsAssignableFrom(type))
            return "";
        var bases = type.GetInterfaces().Concat(type.BaseType is { } parent && parent != typeof(object) ? [parent] : []);
        var usage = type.GetCustomAttribute<AttributeUsageAttribute>(inherit: false);
        return string.Concat(bases.Select(TypeName).Order(StringComparer.Ordinal).Select(name => $" : {name}"))
            + (usage is null ? "" : $" [{usage.ValidOn}, multiple {usage.AllowMultiple}, inherited {usage.Inherited}]");
    }

    private static IEnumerable<string> Members(Type type)
    {
        if (type.IsEnum)
            return Enum.GetNames(type).Select(name => $"{name} = {(int)Enum.Parse(type, name)}");
        var methods = type.GetMethods(Declared).Where(method => IsVisible(method) && !method.IsSpecialName).Select(Method);
        if (typeof(Delegate).IsAssignableFrom(type))
            return [Method(type.GetMethod("Invoke")!)];
        return methods
            .Concat(type.GetConstructors(Declared).Where(IsVisible).Select(made => $"new({Parameters(made)})"))
            .Concat(type.GetProperties(Declared).Where(property => property.GetAccessors(true).Any(IsVisible)).Select(Property))
            .Concat(
                type.GetFields(Declared)
                    .Where(field => field.IsPublic || field.IsFamily)
                    .Select(field => $"{TypeName(field.FieldType)} {field.Name}")
            );
    }

    private static string Method(MethodInfo method)
    {
        var constraints = method.GetGenericArguments().Select(argument => Constraints(argument)).Where(text => text.Length > 0);
        return $"{Words(method)}{Nullable(Nullability.Create(method.ReturnParameter))} {method.Name}{Generic(method)}({Parameters(method)})"
            + string.Concat(constraints.Select(text => $" where {text}"));
    }

    private static string Property(PropertyInfo property)
    {
        var visible = property.GetAccessors(true).Where(IsVisible).ToArray();
        var names = visible.Select(accessor => accessor.ReturnType == typeof(void) ? "set;" : "get;").Order(StringComparer.Ordinal);
        return $"{Words(visible[0])}{Nullable(Nullability.Create(property))} {property.Name} {{ {string.Join(' ', names)} }}";
    }

    private static string Parameters(MethodBase method) =>
        string.Join(
            ", ",
            method
                .GetParameters()
                .Select(parameter =>
                    (parameter.IsDefined(typeof(ParamArrayAttribute)) ? "params " : "")
                    + $"{Nullable(Nullability.Create(parameter))} {parameter.Name}"
                    + (parameter.HasDefaultValue ? $" = {parameter.DefaultValue ?? "null"}" : "")
                )
        );

    private static string Words(MethodBase method) =>
        method switch
        {
            { DeclaringType.IsInterface: true } => "",
            { IsStatic: true } => "static ",
            { IsAbstract: true } => "abstract ",
            { IsVirtual: true, IsFinal: false } => "virtual ",
            _ => "",
        };

    private static bool IsVisible(MethodBase method) => method.IsPublic || method.IsFamily;

    private static string Generic(MethodInfo method) =>
        method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(argument => argument.Name))}>" : "";

    private static string Constraints(Type argument)
    {
        var flags = argument.GenericParameterAttributes & GenericParameterAttributes.SpecialConstraintMask;
        var parts = argument.GetGenericParameterConstraints().Select(TypeName).Prepend(flags == 0 ? "" : flags.ToString());
        return string.Join(", ", parts.Where(part => part.Length > 0)) is { Length: > 0 } text ? $"{argument.Name}: {text}" : "";
    }

    private static string Nullable(NullabilityInfo info)
    {
        var name = info.ElementType is { } element ? $"{Nullable(element)}[]" : TypeName(info.Type, info.GenericTypeArguments);
        return info.ReadState == NullabilityState.Nullable && !info.Type.IsValueType ? name + "?" : name;
    }

    private static string TypeName(Type type) => TypeName(type, []);

    private static string TypeName(Type type, NullabilityInfo[] arguments)
    {
        if (!type.IsGenericType)
            return type.IsGenericParameter ? type.Name : type.FullName!;
        var names = arguments.Length > 0 ? arguments.Select(Nullable) : type.GetGenericArguments().Select(TypeName);
        return $"{type.Namespace}.{type.Name.Split('`')[0]}<{string.Join(", ", names)}>";
    }
}
