// Makes WCF contracts of a running service's WSDL: contracts.exe WSDL NAMESPACE >FILE.cs
// Types are imported as svcutil does it, by the class that svcutil has. Mono's svcutil then makes
// methods without headers, without Action, and with one result only, so that no call succeeds. Here
// each message is a class with its headers and its body, as svcutil of .NET makes it.
using System;
using System.Linq;
using System.Runtime.Serialization;
using System.Web.Services.Description;
using System.Xml;
using System.Xml.Schema;
using Microsoft.CSharp;

class Contracts {
  const string Model = "System.ServiceModel.";
  readonly ServiceDescription wsdl;
  readonly XmlSchemaSet schemas = new XmlSchemaSet();
  readonly XsdDataContractImporter importer = new XsdDataContractImporter();
  readonly CSharpCodeProvider csharp = new CSharpCodeProvider();

  static void Main(string[] arguments) {
    using (var reader = XmlReader.Create(arguments[0])) {
      new Contracts(ServiceDescription.Read(reader)).Write(arguments[1]);
    }
  }

  Contracts(ServiceDescription description) {
    wsdl = description;
    foreach (XmlSchema schema in wsdl.Types.Schemas) schemas.Add(schema);
  }

  void Write(string name) {
    importer.Options = new ImportOptions();
    importer.Options.Namespaces.Add("*", name);
    importer.Import(schemas);
    csharp.GenerateCodeFromCompileUnit(importer.CodeCompileUnit, Console.Out, null);

    var operations = wsdl.Bindings[0].Operations.Cast<OperationBinding>();
    Console.WriteLine("namespace {0} {{\n[{1}ServiceContract(Namespace = \"{2}\")]", name, Model,
                      wsdl.TargetNamespace);
    Console.WriteLine("public interface {0}Contract {{", wsdl.PortTypes[0].Name);
    foreach (var operation in operations) {
      var action = operation.Extensions.OfType<SoapOperationBinding>().Single().SoapAction;
      Console.WriteLine("  [{0}OperationContract(Action = \"{1}\", ReplyAction = \"*\")]", Model,
                        action);
      Console.WriteLine("  {0}Answer {0}({0}Request request);", operation.Name);
    }
    Console.WriteLine("}");
    foreach (var operation in operations) {
      WriteMessage(operation.Name + "Request", operation.Input);
      WriteMessage(operation.Name + "Answer", operation.Output);
    }
    Console.WriteLine("}");
  }

  void WriteMessage(string name, MessageBinding binding) {
    Console.WriteLine("[{0}MessageContract(IsWrapped = false)]\npublic class {1} {{", Model, name);
    foreach (var header in binding.Extensions.OfType<SoapHeaderBinding>()) {
      var parts = wsdl.Messages[header.Message.Name].Parts;
      WriteMember("MessageHeader", header.Part, parts[header.Part]);
    }
    var operation = wsdl.PortTypes[0].Operations.Cast<Operation>().Single(
        each => each.Name == binding.OperationBinding.Name);
    var message = binding is InputBinding ? (OperationMessage)operation.Messages.Input
                                          : operation.Messages.Output;
    WriteMember("MessageBodyMember", "Body", wsdl.Messages[message.Message.Name].Parts[0]);
    Console.WriteLine("}");
  }

  void WriteMember(string kind, string name, MessagePart part) {
    var element = (XmlSchemaElement)schemas.GlobalElements[part.Element];
    var typeName = element.SchemaTypeName.IsEmpty ? part.Element : element.SchemaTypeName;
    var type = csharp.GetTypeOutput(importer.GetCodeTypeReference(typeName, element));
    Console.WriteLine("  [{0}{1}(Name = \"{2}\", Namespace = \"{3}\")]", Model, kind,
                      part.Element.Name, part.Element.Namespace);
    Console.WriteLine("  public {0} {1};", type, name);
  }
}
