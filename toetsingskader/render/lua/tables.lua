-- Tables: of facts, and the widths of the columns of any table.

local function cell(text)
  return { pandoc.Plain(pandoc.Inlines(text)) }
end

-- A table of facts: every cell is plain text, or that and a citation that `read` reads.
local function tabel(block, read)
  local function fact(value)
    if type(value) == 'string' then return cell(value) end
    local content = pandoc.Inlines(value.tekst)
    if value.bron ~= '' then content:extend(pandoc.utils.blocks_to_inlines(read(value.bron))) end
    return { pandoc.Plain(content) }
  end
  local right, aligns, widths = {}, {}, {}
  for _, column in ipairs(block.rechts) do right[column + 1] = true end
  for i = 1, #block.koppen do
    aligns[i] = right[i] and pandoc.AlignRight or pandoc.AlignLeft
    widths[i] = 0
  end
  local rows = pandoc.List(block.rijen):map(function(row) return pandoc.List(row):map(fact) end)
  local head = pandoc.List(block.koppen):map(cell)
  return pandoc.Blocks { pandoc.utils.from_simple_table(
    pandoc.SimpleTable(pandoc.Inlines(block.titel), aligns, widths, head, rows)) }
end

local function each_cell(tbl, act)
  local function visit(rows)
    for _, row in ipairs(rows) do
      for i, c in ipairs(row.cells) do act(i, pandoc.utils.stringify(c.contents)) end
    end
  end
  visit(tbl.head.rows)
  for _, body in ipairs(tbl.bodies) do visit(body.body) end
end

-- Columns share the width of the text by their longest text, none narrower than its longest word.
local MOST, FEWEST = 60, 4
local function with_widths(tbl)
  local wish, total = {}, 0
  each_cell(tbl, function(i, text)
    local word = 0
    for w in text:gmatch '%S+' do word = math.max(word, utf8.len(w) or #w) end
    local long = math.min(utf8.len(text) or #text, MOST)
    wish[i] = math.max(wish[i] or FEWEST, math.min(word, MOST) + 1, math.sqrt(long * MOST) / 2)
  end)
  for i = 1, #tbl.colspecs do total = total + (wish[i] or FEWEST) end
  for i, spec in ipairs(tbl.colspecs) do
    tbl.colspecs[i] = { spec[1], (wish[i] or FEWEST) / total }
  end
  return tbl
end

return { each_cell = each_cell, tabel = tabel, with_widths = with_widths }
