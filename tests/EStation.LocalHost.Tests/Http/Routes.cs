using System.Reflection;
using System.Reflection.Emit;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Emulator;

/// <summary>Route tables of functions made up for a test, and requests to look up in them.</summary>
internal static class Routes
{
    private static readonly ConstructorInfo Named = typeof(FunctionAttribute).GetConstructor([typeof(string)])!;
    private static readonly ConstructorInfo Anonymous = typeof(HttpTriggerAttribute).GetConstructor([
        typeof(AuthorizationLevel),
        typeof(string[]),
    ])!;
    private static readonly PropertyInfo Route = typeof(HttpTriggerAttribute).GetProperty(nameof(HttpTriggerAttribute.Route))!;

    public static RouteTable Table(params (string Name, string? Route)[] functions) => Table("", functions);

    public static RouteTable Table(string prefix, params (string Name, string? Route)[] functions) =>
        new(Catalog([.. functions.Select(function => (function.Name, function.Route, Array.Empty<string>()))]), prefix);

    public static FunctionCatalog Catalog(params (string Name, string? Route, string[] Methods)[] functions)
    {
        var module = AssemblyBuilder.DefineDynamicAssembly(new AssemblyName("Made"), AssemblyBuilderAccess.Run).DefineDynamicModule("Made");
        return new FunctionCatalog(functions.Select((function, i) => Class(module, $"Class{i}", function)));
    }

    public static DefaultHttpContext Request(string path, string method = "GET")
    {
        var http = new DefaultHttpContext();
        http.Request.Method = method;
        http.Request.Path = new PathString(path);
        return http;
    }

    private static Type Class(ModuleBuilder module, string name, (string Name, string? Route, string[] Methods) function)
    {
        var type = module.DefineType(name, TypeAttributes.Public);
        var method = type.DefineMethod("Run", MethodAttributes.Public | MethodAttributes.Static, typeof(void), [typeof(HttpRequest)]);
        method.GetILGenerator().Emit(OpCodes.Ret);
        method.SetCustomAttribute(new CustomAttributeBuilder(Named, [function.Name]));
        object[] arguments = [AuthorizationLevel.Anonymous, function.Methods];
        method
            .DefineParameter(1, ParameterAttributes.None, "request")
            .SetCustomAttribute(
                function.Route is null
                    ? new CustomAttributeBuilder(Anonymous, arguments)
                    : new CustomAttributeBuilder(Anonymous, arguments, [Route], [function.Route])
            );
        return type.CreateType();
    }
}
