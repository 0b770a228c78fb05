-- Several notes to one source within a paragraph become one, behind the last.
--
-- Only where nothing is claimed for the source that its author did not claim: the notes follow each
-- other with no sentence between them that has none, cite one source each, and say no more than a
-- place in it. Places that differ are printed in the order of the text.

local PLACE = '^%a+%.?[\u{A0} ]*%d[%d,\u{2013}\u{A0} %-]*$'
local STOPS = { ['.'] = true, ['!'] = true, ['?'] = true, ['…'] = true }
local CLOSERS = { ['"'] = true, ["'"] = true, ['”'] = true, ['’'] = true, ['»'] = true,
  [')'] = true, [']'] = true }

local function blank(el)
  return el and (el.t == 'Space' or el.t == 'SoftBreak')
end

local function ends_sentence(el)
  local text = el and el.t == 'Str' and el.text or ''
  local last = text:match(utf8.charpattern .. '$')
  while CLOSERS[last] do
    text = text:sub(1, -#last - 1)
    last = text:match(utf8.charpattern .. '$')
  end
  return STOPS[last]
end

-- The key and the place when a note is only that.
local function single(el)
  local citation = el.t == 'Cite' and #el.citations == 1 and el.citations[1]
  if not citation or #citation.prefix > 0 then return nil end
  local place = pandoc.utils.stringify(citation.suffix):gsub('^[, ]+', '')
  if place == '' or place:find(PLACE) then return citation.id, place end
end

local function has_note(el)
  local found = false
  local function see() found = true end
  pandoc.Inlines { el }:walk { Cite = see, Note = see }
  return found
end

-- A sentence may have its note before or after its full stop.
local function sentences_without(inlines, from, to)
  local count = 0
  for i = from + 1, to - 1 do
    if ends_sentence(inlines[i]) then count = count + 1 end
  end
  local before = inlines[from + 1]
  if before and before.t == 'Str' and STOPS[before.text:match(utf8.charpattern)] then
    count = count - 1
  end
  local last = blank(inlines[to - 1]) and to - 2 or to - 1
  if last > from + 1 and ends_sentence(inlines[last]) then count = count - 1 end
  return count
end

local function in_words(places)
  local last = places[#places]
  return ('achtereenvolgens %s en %s'):format(table.concat(places, ', ', 1, #places - 1), last)
end

-- Places in the order of the text; one that comes twice in a row is said once.
local function joined(first, second)
  if first[#first] == second then return first end
  local places = first:clone()
  places:insert(second)
  return places
end

local function gather(inlines)
  local dropped, last = {}, nil
  for i, el in ipairs(inlines) do
    local key, place = single(el)
    local same = last and key == last.key and (place == '') == (last.places[1] == '')
    if same and sentences_without(inlines, last.at, i) <= 0 then
      dropped[last.at] = true
      last = { at = i, key = key, places = joined(last.places, place) }
      if #last.places > 1 then
        el.citations[1].suffix = pandoc.Inlines(', ' .. in_words(last.places))
        inlines[i] = el
      end
    elseif key then
      last = { at = i, key = key, places = pandoc.List { place } }
    elseif el.t ~= 'Str' and not blank(el) and has_note(el) then
      last = nil
    end
  end
  local kept = pandoc.Inlines {}
  for i, el in ipairs(inlines) do
    local before_dropped = blank(el) and dropped[i + 1]
    if not dropped[i] and not before_dropped then kept:insert(el) end
  end
  return next(dropped) and kept or nil
end

local function in_block(block)
  local content = gather(block.content)
  if content then
    block.content = content
    return block
  end
end

return { Para = in_block, Plain = in_block }
