-- Footnotes: their numbers, two at one place, and citations within them.

local function is_note(el)
  return el and (el.t == 'Cite' or el.t == 'Note')
end

local function is_blank(el)
  return el.t == 'Space' or el.t == 'SoftBreak'
end

-- A source that is cited again at once, at the same place, is said once.
local function without_echoes(citations)
  return citations:filter(function(citation, i)
    local before = citations[i - 1]
    return not before or before.id ~= citation.id or #citation.prefix > 0
      or before.suffix ~= citation.suffix
  end)
end

-- Two notes side by side would print as one number, 1 and 2 as 12: they become one note.
local function joined(first, second)
  if first.t == 'Cite' and second.t == 'Cite' then
    return pandoc.Cite(first.content, without_echoes(first.citations .. second.citations))
  end
  local blocks = pandoc.Blocks {}
  for _, note in ipairs { first, second } do
    blocks:extend(note.t == 'Note' and note.content or { pandoc.Para { note, pandoc.Str '.' } })
  end
  return pandoc.Note(blocks)
end

local PLAIN = { Str = true, Space = true, SoftBreak = true }

local function begins_with_note(el)
  local inner = not is_note(el) and el.content
  return is_note(el) or inner and inner[1] and begins_with_note(inner[1])
end

local function without_last_blank(el)
  local inner = not is_note(el) and el.content
  if inner and #inner > 0 and is_blank(inner[#inner]) then
    inner:remove(#inner)
    el.content = inner
  end
  return el
end

-- Joins neighbours and takes out the blank that an author may leave before a note; within a note a
-- citation is part of the sentence and keeps its blank. Looks at each inline once, from behind, for
-- a letter has thousands: nothing is built anew.
local function arrange_inlines(inlines, within_note)
  local at = {}
  for i, el in ipairs(inlines) do
    if not PLAIN[el.t] and begins_with_note(el) then at[#at + 1] = i end
  end
  for n = #at, 1, -1 do
    local i = at[n]
    local neighbour = i > 2 and is_note(inlines[i - 2])
    if i > 1 and is_blank(inlines[i - 1]) and (neighbour or not within_note) then
      inlines:remove(i - 1)
      i = i - 1
    end
    local last = inlines[i - 1]
    if last and is_note(last) and is_note(inlines[i]) then
      inlines[i - 1] = joined(last, inlines[i])
      inlines:remove(i)
    elseif last and not within_note and not PLAIN[last.t] then
      inlines[i - 1] = without_last_blank(last)
    end
  end
  return #at > 0 and inlines or nil
end

-- The reader counted the notes of each block by itself; "(noot 3)" needs those of the letter.
-- Also says whether any footnote of the author cites a source.
local function arrange(doc)
  local count, cites_in_notes = 0, false
  local function numbered(cite)
    for _, citation in ipairs(cite.citations) do citation.note_num = count end
    return cite
  end
  local function within_note(cite)
    cites_in_notes = true
    return numbered(cite)
  end
  local arranged = doc:walk {
    traverse = 'topdown',
    Inlines = function(inlines) return arrange_inlines(inlines, false) end,
    Note = function(note)
      count = count + 1
      local function inner(inlines) return arrange_inlines(inlines, true) end
      return note:walk { Inlines = inner }:walk { Cite = within_note }, false
    end,
    Cite = function(cite)
      count = count + 1
      return numbered(cite), false
    end,
  }
  return arranged, cites_in_notes
end

-- The citation processor puts a citation within a footnote in brackets; the style has none.
local function without_brackets(cite)
  local content = cite.content
  local first, last = content[1], content[#content]
  if first and first.text == '(' and last.text == ')' then
    content:remove(#content)
    content:remove(1)
    return content
  end
end

local function open_brackets(doc)
  return doc:walk { Note = function(note) return note:walk { Cite = without_brackets } end }
end

return { arrange = arrange, open_brackets = open_brackets }
