-- One letter per process: a job (JSON) on standard input, two files on standard output, the typst
-- text first so that typst can compile while the DOCX is written. Each is preceded by a line with
-- its length. Nothing the author wrote is ever handed to a writer as raw markup.

local json = require 'pandoc.json'
local notes, sources = require 'notes', require 'sources'
local figures, gather, tables = require 'figures', require 'gather', require 'tables'
local talen, typst, xml = require 'talen', require 'typst', require 'xml'

-- Markdown without any extension that passes text through raw, plus what the handleiding documents.
local READER = 'markdown_strict-raw_html+citations+footnotes+pipe_tables+all_symbols_escapable'
  .. '+intraword_underscores+startnum+blank_before_header+blank_before_blockquote'
  .. '+space_in_atx_header+lists_without_preceding_blankline'
local MARKER = '\u{E000}'

local function text_of(inlines)
  return pandoc.utils.stringify(inlines)
end

local function raw(format, text)
  return pandoc.RawBlock(format, text)
end

-- Reading ---------------------------------------------------------------------------------------

-- `proza.py` escapes before the reader; these filters are the second fence behind it.
local INERT = {
  RawInline = function(el) return pandoc.Str(el.text) end,
  RawBlock = function(el) return pandoc.Para { pandoc.Str(el.text) } end,
  Code = function(el) return pandoc.Str(el.text) end,
  Math = function(el) return pandoc.Str(el.text) end,
  Image = function(el) return el.caption end,
  LineBreak = function() return pandoc.SoftBreak() end,
  Link = function(el)
    local known = el.target:find '^https?://' or el.target:find '^mailto:'
    return known and pandoc.Link(el.content, sources.address(el.target)) or el.content
  end,
}

local function read(text)
  return pandoc.read(text, READER).blocks:walk(INERT)
end

local PROSE = {
  traverse = 'topdown', -- a figure is a paragraph before its image is text
  Para = function(el)
    local figure = figures.found(el)
    if figure then return figure:walk(INERT), false end
  end,
  Header = function(el) return pandoc.Para(el.content) end,
  HorizontalRule = function() return {} end,
  -- Otherwise Word letters a list within a list that the PDF numbers.
  OrderedList = function(el)
    el.style, el.delimiter = 'Decimal', 'Period'
    return el
  end,
  -- Indentation the author did not mean as code: the text is already escaped, so read it again.
  CodeBlock = function(el) return read(el.text:gsub('\n *', '\n'):gsub('^ *', '')) end,
}
for element, filter in pairs(INERT) do PROSE[element] = filter end

local function read_prose(text)
  return pandoc.read(text, READER).blocks:walk(PROSE)
end

-- Blocks ----------------------------------------------------------------------------------------

local function openstaand(lines)
  local paras = pandoc.List(lines):map(function(line) return pandoc.Para(pandoc.Inlines(line)) end)
  return pandoc.Div(paras, pandoc.Attr('', {}, { ['custom-style'] = 'Openstaand' }))
end

-- A content control and a bookmark of one name: LibreOffice keeps only the latter. As a plain
-- control it also loses the text before a first footnote, as a building block (docPartObj) not.
local CONTROL = '<w:sdt><w:sdtPr><w:alias w:val="%s"/><w:tag w:val="%s"/><w:id w:val="%d"/>'
  .. '<w:docPartObj><w:docPartGallery w:val="Quick Parts"/></w:docPartObj></w:sdtPr>'
  .. '<w:sdtContent><w:bookmarkStart w:id="%d" w:name="%s"/>'
local CONTROL_END = '<w:bookmarkEnd w:id="%d"/></w:sdtContent></w:sdt>'
local LONGEST_TITLE = 64

local serial = 1000
local function control(block, content)
  serial = serial + 1
  local stop = utf8.offset(block.titel, LONGEST_TITLE + 1)
  local title = xml.escaped(stop and block.titel:sub(1, stop - 1) or block.titel)
  local name = xml.escaped('tk_' .. block.punt)
  local blocks = pandoc.Blocks { raw('openxml', CONTROL:format(title, name, serial, serial, name)) }
  blocks:extend(content)
  blocks:insert(raw('openxml', CONTROL_END:format(serial)))
  return blocks
end

local read_before = {}

local function proza(block)
  local content = read_before[block.tekst]
    or block.tekst:find '%S' and read_prose(block.tekst) or pandoc.Blocks {}
  if #content == 0 and #block.vervanging > 0 then
    content = pandoc.Blocks { openstaand(block.vervanging) }
  elseif #content == 0 then
    content = pandoc.Blocks { raw('openxml', '<w:p/>') }
  end
  return control(block, content)
end

-- The tree --------------------------------------------------------------------------------------

local BUILD = {
  Proza = proza,
  Openstaand = function(block) return pandoc.Blocks { openstaand(block.regels) } end,
  Tabel = function(block) return tables.tabel(block, read) end,
}

local function marker_filter(blocks, in_languages)
  return function(para)
    local name = text_of(para.content):match('^' .. MARKER .. '(.*)' .. MARKER .. '$')
    if not name then return nil end
    local block = blocks[name] or error('onbekend blok in het skelet: ' .. name)
    return in_languages(block, BUILD[block.soort](block))
  end
end

-- Levels start at one and skip none, whatever the letter's template says: PDF/UA asks for it.
local function level_headings(blocks)
  local depth = 0
  return blocks:walk {
    Header = function(el)
      if text_of(el.content) == '' then return {} end
      depth = math.min(el.level, depth + 1)
      el.level = depth
      return el
    end,
  }
end

local function build(job)
  local known = {}
  for _, source in ipairs(job.referenties) do known[source.id] = true end
  local in_languages = talen.english(job.engels)
  local fill = marker_filter(job.blokken, in_languages)
  local skeleton = in_languages({ job.skelet }, level_headings(read(job.skelet)))
  local blocks = skeleton:walk { Para = fill, Plain = fill }
  local doc = pandoc.Pandoc(blocks)
    :walk { Cite = sources.cite_filter(known, job.feiten), Table = tables.with_widths }
    :walk(gather)
  doc.meta = {
    lang = pandoc.MetaString 'nl-NL',
    csl = pandoc.MetaString(job.csl),
    references = pandoc.MetaList(pandoc.List(job.referenties):map(sources.as_reference)),
    ['suppress-bibliography'] = true,
  }
  local arranged, cites_in_notes = notes.arrange(doc)
  doc = pandoc.utils.citeproc(arranged)
  if cites_in_notes then doc = notes.open_brackets(doc) end
  doc.meta = {}
  return doc:walk { Div = figures.placed(job.figuren, openstaand) }
end

-- Writing ---------------------------------------------------------------------------------------

local function send(data)
  io.stdout:write(#data, '\n', data)
  io.stdout:flush()
end

-- The first line is the prose, to be read while the letter itself is still being composed.
for _, text in ipairs(json.decode(io.read 'l', false)) do
  if text:find '%S' then read_before[text] = read_prose(text) end
end
local job = json.decode(io.read 'a', false)
local doc = build(job)
send(typst(doc))
send(pandoc.write(doc:walk { Figure = figures.for_word }, 'docx', pandoc.WriterOptions { reference_doc = job.sjabloon }))
