-- What the tree needs before pandoc writes it as typst markup.

local tables = require 'tables'

local function raw(text)
  return pandoc.RawBlock('typst', text)
end

local ROW_KEPT_WHOLE, TABLE_KEPT_WHOLE = 20, 16 -- lines

-- A long word of not only letters, such as an address, has no hyphenation and breaks anywhere.
local function unbreakable(text)
  return (utf8.len(text) or #text) >= 30 and text:find '[%d%p]'
end

local function typst_string(text)
  return '"' .. text:gsub('\\', '\\\\'):gsub('"', '\\"') .. '"'
end

-- Words of Latin letters can stand in typst markup; all other text becomes a string, in which
-- neither typst's shorthands (`--`, `...`, `-5`) nor its syntax have a meaning.
local function typst_str(el)
  -- Dutch drops the trema where a line breaks before it and typst does not, so it may not break.
  if el.text:find '\xC3[\xAB\xAF\xB6\xBC]' and el.text:find '^[%a\xC3\x80-\xBF]+$' then
    return pandoc.RawInline('typst', ('#heel("%s");'):format(el.text))
  end
  if el.text:find '^[%a\xC3\x80-\xBF]+$' and not unbreakable(el.text) then return nil end
  local text = typst_string(el.text)
  return pandoc.RawInline('typst', (unbreakable(el.text) and '#breekbaar(%s);' or '#%s;')
    :format(text))
end

local function typst_div(el)
  if el.attributes['custom-style'] ~= 'Openstaand' then return nil end
  return { raw '#openstaand[' } .. el.content .. { raw ']' }
end

-- Semicolons end the call: text that follows may begin with a bracket or a full stop.
local function typst_span(el)
  if not el.attributes.lang then return nil end
  return { pandoc.RawInline('typst', '#engels[') } .. el.content
    .. { pandoc.RawInline('typst', '];') }
end

-- Room between the number of a footnote and its text, as Word has it.
local function typst_note(el)
  local first = el.content[1]
  if first and first.content then
    first.content:insert(1, pandoc.RawInline('typst', '#h(2pt)'))
  end
  return el
end

-- The bundled pandoc writes figures without their alternative text, so the template does it.
local function typst_figure(el)
  local at = el.attributes
  local call = ('#figuur(%s, %s, %smm)['):format(typst_string(at.naam), typst_string(at.alt),
    at.breedte)
  return pandoc.Blocks { raw(call) } .. el.caption.long .. pandoc.Blocks { raw ']' }
end

-- Rows stay whole unless one is very high; a low table stays whole as well.
local function typst_table(tbl)
  local rules = '#['
  for _, i in ipairs(tables.narrow_columns(tbl)) do
    rules = rules .. ('#show table.cell.where(x: %d): set text(hyphenate: false)\n'):format(i - 1)
  end
  for i, spec in ipairs(tbl.colspecs) do
    if spec[1] == 'AlignDefault' then tbl.colspecs[i] = { 'AlignLeft', spec[2] } end
  end
  local lines, highest = tables.lines_of(tbl)
  if lines <= TABLE_KEPT_WHOLE then
    rules = rules .. '#show figure: set block(breakable: false)'
  elseif highest <= ROW_KEPT_WHOLE then
    rules = '#ruimte(84pt)\n' .. rules
      .. '#set table.cell(breakable: false)\n#show figure: set block(above: 0pt)'
  end
  return { raw(rules), tbl, raw ']' }
end

-- A heading under a heading follows at once.
local function close_headings(blocks)
  local result = pandoc.Blocks {}
  for i, block in ipairs(blocks) do
    local last = blocks[i - 1]
    local under = block.t == 'Header' and last and last.t == 'Header'
    if under then result:insert(raw '#[#show heading: set block(above: koppenwit)') end
    result:insert(block)
    if under then result:insert(raw ']') end
  end
  return result
end

-- The next block that is printed; the marks of Word's content controls are not.
local function after(blocks, i)
  repeat i = i + 1 until not blocks[i] or blocks[i].t ~= 'RawBlock'
  return blocks[i]
end

-- The sentence before a list stays with it, and the last paragraph with the signatures.
local function keep_together(blocks)
  local result = pandoc.Blocks {}
  for i, block in ipairs(blocks) do
    local follows = block.t == 'Para' and after(blocks, i)
    local kept = block.t == 'Para'
      and (not follows or follows.t == 'BulletList' or follows.t == 'OrderedList')
    if kept then result:insert(raw '#block(sticky: true)[') end
    result:insert(block)
    if kept then result:insert(raw ']') end
  end
  return result
end

local TYPST = {
  Str = typst_str,
  Div = typst_div,
  Span = typst_span,
  Figure = typst_figure,
  Note = typst_note,
  Table = typst_table,
  HorizontalRule = function() return {} end,
}

return function(doc)
  local marked = pandoc.Pandoc(close_headings(keep_together(doc.blocks))):walk(TYPST)
  return pandoc.write(marked, 'typst-citations-smart')
end
