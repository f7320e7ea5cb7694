import { textOfHtml, toHtml } from "../../src/text/html";

it.each([
  ["Harbour & Finch", "Harbour &amp; Finch"],
  ["<b>5 > 3</b>", "&lt;b&gt;5 &gt; 3&lt;/b&gt;"],
  [`say "it's" & <go>`, "say &quot;it&#39;s&quot; &amp; &lt;go&gt;"],
  ["&lt;", "&amp;lt;"],
  ["Größe", "Größe"],
  ["", ""],
])("%p is %p in HTML", (text, html) => {
  expect(toHtml(text)).toBe(html);
});

it.each([
  ["<p>one</p><p>two</p>", "one two"],
  [
    '<p><a href="https://x.example/?a=1&amp;b=2">INV-1</a> is paid.</p>',
    "INV-1 is paid.",
  ],
  ["<div>\n  a&nbsp;&nbsp;b <br/>c\t</div>", "a b c"],
  ["5 &gt; 3 &amp;&amp; 2 &lt; 3", "5 > 3 && 2 < 3"],
  // escaped twice is read once
  ["&amp;lt;", "&lt;"],
  ["", ""],
])("a reader of %p sees %p", (html, text) => {
  expect(textOfHtml(html)).toBe(text);
});

it.each([`<a href="x">&amp; 'y'</a>`, "&quot; &#39; &nbsp;", "1 < 2 > 0"])(
  "%p comes back as it was",
  (text) => {
    expect(textOfHtml(`<p>${toHtml(text)}</p>`)).toBe(text);
  },
);
