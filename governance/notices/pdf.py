"""The PDF of a notice: PDF/A-3a and PDF/UA-1 in one file, with the snapshot attached as data.

The same snapshot gives the same bytes: nothing of the clock, the machine or chance gets in.
"""

import io
from datetime import datetime
from typing import Any

import pikepdf
from django.template.loader import render_to_string
from weasyprint import CSS, HTML, Attachment
from weasyprint.urls import URLFetcher

from governance.notices import typeface
from governance.notices.glyphs import give_text
from governance.notices.kinds.registry import present
from governance.notices.packing import pack
from governance.notices.snapshot import canonical, fingerprint

UA_NAMESPACE = "http://www.aiim.org/pdfua/ns/id/"
EXTENSION = """
<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
 <pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
  xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
  xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
 <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
  <pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
  <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
  <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
  <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
   <pdfaProperty:name>part</pdfaProperty:name>
   <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
   <pdfaProperty:category>internal</pdfaProperty:category>
   <pdfaProperty:description>Part of ISO 14289 this file conforms to</pdfaProperty:description>
  </rdf:li></rdf:Seq></pdfaSchema:property>
 </rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
"""


def notice_pdf(snapshot: dict[str, Any]) -> bytes:
    """Return the PDF of a published snapshot."""
    html, css = notice_html(snapshot), notice_css(snapshot)
    published_at = datetime.fromisoformat(snapshot["published_at"])
    data = Attachment(
        string=canonical(snapshot).decode(),
        name="notice.json",
        description="The facts of this notice as data",
        relationship="Data",
        created=published_at,
        modified=published_at,
    )
    return document(html, css, identifier=bytes.fromhex(fingerprint(snapshot)), attached=[data])


def document(html: str, css: str, *, identifier: bytes, attached: list[Attachment]) -> bytes:
    """Return a printed page as PDF/A-3a and PDF/UA-1; the same arguments give the same bytes.

    `identifier` (32 bytes) tells one document from another; `html` is printed as it is, so pass it
    through `typeface.printable` first.
    """
    faces, fonts = typeface.faces()
    written = HTML(string=html, url_fetcher=_closed_fetcher()).write_pdf(
        stylesheets=[CSS(string=css, font_config=fonts), faces],
        font_config=fonts,
        pdf_variant="pdf/a-3a",
        pdf_identifier=identifier,
        attachments=attached,
        custom_metadata=False,
    )
    return finish(written)


def notice_html(snapshot: dict[str, Any]) -> str:
    """Return the HTML that is printed, every character one that the typeface can show."""
    html = render_to_string("governance/notices/pdf.html", {"notice": present(snapshot)})
    return typeface.printable(html)


def notice_css(snapshot: dict[str, Any]) -> str:
    council = snapshot["council"]
    look = {
        "brand": council["brand_colour"],
        "surface": council["surface_colour"],
        "typeface": typeface.STACK,
    }
    return render_to_string("governance/notices/pdf.css", look)


def finish(written: bytes) -> bytes:
    """Say in the metadata that the file is PDF/UA-1 too, pack it and return its bytes."""
    with pikepdf.open(io.BytesIO(written)) as pdf:
        metadata = pdf.Root.Metadata.read_bytes().decode()
        metadata = metadata.replace("</rdf:RDF>", f"{EXTENSION}</rdf:RDF>", 1)
        stream = pdf.make_stream(metadata.encode())
        stream.Type, stream.Subtype = pikepdf.Name.Metadata, pikepdf.Name.XML
        pdf.Root.Metadata = stream
        give_text(pdf)
        return pack(pdf)


def _closed_fetcher() -> URLFetcher:
    """A document can reach nothing outside itself: not a file, not an address."""
    return URLFetcher(allowed_protocols={"data"}, allow_redirects=False)
