using System.Collections;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace AllianceAgreements.Documents.Values;

/// <summary>Derives shapes from types, with the names that the serializer gives their properties.</summary>
internal static class ShapeReader
{
    /// <summary>The shape of objects of a type.</summary>
    /// <exception cref="NotSupportedException">The type holds something that templates have no word for.</exception>
    public static ObjectShape Read(Type type, JsonSerializerOptions options) => (ObjectShape)ReadShape(type, options);

    private static Shape ReadShape(Type type, JsonSerializerOptions options)
    {
        if (type == typeof(string))
        {
            return TextShape.Instance;
        }

        if (type == typeof(int) || type == typeof(decimal))
        {
            return NumberShape.Instance;
        }

        if (type == typeof(bool))
        {
            return BooleanShape.Instance;
        }

        if (type == typeof(DateOnly))
        {
            return DateShape.Instance;
        }

        if (type == typeof(Picture))
        {
            return ImageShape.Instance;
        }

        if (type.IsEnum)
        {
            return new EnumShape(Enum.GetNames(type));
        }

        if (type.IsAssignableTo(typeof(IEnumerable)) && type.GetGenericArguments() is [var item])
        {
            return new ListShape(ReadShape(item, options));
        }

        var info = options.GetTypeInfo(type);
        return info.Kind == JsonTypeInfoKind.Object
            ? new ObjectShape(type, ReadFields(info, options))
            : throw new NotSupportedException($"Templates cannot show values of the type {type}.");
    }

    private static Dictionary<string, Field> ReadFields(JsonTypeInfo info, JsonSerializerOptions options)
    {
        var fields = new Dictionary<string, Field>(StringComparer.Ordinal);
        var flattened = new List<Field>();
        foreach (var property in info.Properties.Where(property => property.Get is not null))
        {
            var read = property.Get!;
            var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
            var shape = ReadShape(type, options);
            if (property.AttributeProvider?.IsDefined(typeof(FlattenAttribute), inherit: false) == true)
            {
                flattened.AddRange(((ObjectShape)shape).Fields.Values.Select(field => field with { Read = value => field.Read(read(value)!) }));
            }
            else
            {
                var isOptional = property.IsGetNullable;
                fields.Add(property.Name, new Field(property.Name, shape, isOptional, read));
            }
        }

        foreach (var field in flattened)
        {
            fields.TryAdd(field.Name, field);
        }

        return fields;
    }
}
