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

-- What stands in a cell: a citation becomes a note at the foot of the page, with one sign here.
local IN_THE_CELL = {
  Cite = function() return pandoc.Str '*' end,
  Note = function() return pandoc.Str '*' end,
}

-- `act` gets the column, the text, and how much wider it is than plain text: heads are bold.
local BOLD = 1.3
local function each_cell(tbl, act)
  local function visit(rows, wider)
    for _, row in ipairs(rows) do
      for i, c in ipairs(row.cells) do
        act(i, pandoc.utils.stringify(c.contents:walk(IN_THE_CELL)), wider)
      end
    end
  end
  visit(tbl.head.rows, BOLD)
  for _, body in ipairs(tbl.bodies) do visit(body.body, 1) end
end

-- In characters: a line of a table, the room between columns, the most and the least of a word, and
-- what a word that may be divided needs.
local LINE, ROOM, MOST, FEWEST, DIVIDED = 68, 3, 60, 4, 12

local function length(text)
  return utf8.len(text) or #text
end

-- Per column its longest word, its longest text, and the longest word of its head.
local function measured(tbl)
  local words, texts, heads = {}, {}, {}
  for i = 1, #tbl.colspecs do words[i], texts[i], heads[i] = FEWEST, 0, FEWEST end
  each_cell(tbl, function(i, text, wider)
    for word in text:gmatch '%S+' do
      local width = math.min(length(word) * wider, MOST)
      words[i] = math.max(words[i], width)
      if wider == BOLD then heads[i] = math.max(heads[i], width) end
    end
    texts[i] = math.max(texts[i], length(text))
  end)
  return words, texts, heads
end

local function sum_with_room(words)
  local total = 0
  for _, word in ipairs(words) do total = total + word + ROOM end
  return total
end

-- Every column gets its longest word; what is left goes to the columns with much text. When they do
-- not fit side by side, long words below the head give way: those may be divided, a head may not.
local function with_widths(tbl)
  local words, texts, heads = measured(tbl)
  if sum_with_room(words) > LINE then
    for i, word in ipairs(words) do words[i] = math.max(heads[i], math.min(word, DIVIDED)) end
  end
  local least, wish = sum_with_room(words), 0
  for i, word in ipairs(words) do wish = wish + math.sqrt(math.max(texts[i] - word, 0)) end
  local spare = wish > 0 and math.max(LINE - least, 0) / wish or 0
  local total = least + spare * wish
  for i, spec in ipairs(tbl.colspecs) do
    local width = words[i] + ROOM + spare * math.sqrt(math.max(texts[i] - words[i], 0))
    tbl.colspecs[i] = { spec[1], width / total }
  end
  return tbl
end

-- About how many lines it takes on paper, and its highest row.
local function lines_of(tbl)
  local total, row, highest = 0, 0, 0
  each_cell(tbl, function(i, text)
    if i == 1 then total, row = total + row, 1 end
    row = math.max(row, math.ceil(length(text) / math.max(tbl.colspecs[i][2] * LINE - ROOM, 1)))
    highest = math.max(highest, row)
  end)
  return total + row, highest
end

-- The columns in which a hyphen in most lines would be worse than white at their ends.
local NARROW = 25
local function narrow_columns(tbl)
  local words, found = measured(tbl), {}
  for i, spec in ipairs(tbl.colspecs) do
    local width = spec[2] * LINE - ROOM
    if words[i] <= width and width < NARROW then found[#found + 1] = i end
  end
  return found
end

return {
  lines_of = lines_of, narrow_columns = narrow_columns, tabel = tabel, with_widths = with_widths,
}
