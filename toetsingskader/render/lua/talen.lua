-- English terms in Dutch sentences get their language; not a letter of the text changes.

local ENGLISH = 'en-GB'
local BLANK = { Space = ' ', SoftBreak = ' ' }

-- The text in small letters, byte for byte; what is no text matches no term.
local function plain(inlines)
  local parts = {}
  for i, el in ipairs(inlines) do
    parts[i] = el.t == 'Str' and el.text:lower() or BLANK[el.t] or '\0'
  end
  return parts
end

-- Letters and digits; all beyond ASCII is taken for a letter, but for quotation marks and dashes.
local function is_letter(char)
  local code = char and utf8.codepoint(char) or 0
  return code > 0xBF and (code < 0x2000 or code > 0x206F) or char and char:find '%w'
end

local LONGEST_CHARACTER = 4
local function is_whole(text, first, last)
  local before = text:sub(math.max(first - LONGEST_CHARACTER, 1), first - 1)
  return not is_letter(before:match(utf8.charpattern .. '$'))
    and not is_letter(text:match('^' .. utf8.charpattern, last + 1))
end

local function find_whole(text, term, from)
  local first, last = text:find(term, from, true)
  while first and not is_whole(text, first, last) do
    first, last = text:find(term, first + 1, true)
  end
  return first, last
end

-- Where terms stand: the first one in the text, of two at one place the longer one.
local function places(text, terms)
  local found, from = {}, 1
  while true do
    local first, last
    for _, term in ipairs(terms) do
      local start, stop = find_whole(text, term, from)
      if start and (not first or start < first or start == first and stop > last) then
        first, last = start, stop
      end
    end
    if not first then return found end
    found[#found + 1] = { first, last }
    from = last + 1
  end
end

-- The inlines once more, those within a place together in a span.
local function wrapped(inlines, parts, found)
  local result, span, at, n = pandoc.Inlines {}, nil, 1, 1
  local function put(el, stop)
    local place = found[n]
    local inside = place and at >= place[1]
    if inside then
      span = span or pandoc.Span({}, pandoc.Attr('', {}, { lang = ENGLISH }))
      span.content:insert(el)
    else
      result:insert(el)
    end
    at = stop
    if inside and at > place[2] then
      result:insert(span)
      span, n = nil, n + 1
    end
  end
  for i, el in ipairs(inlines) do
    local last = at + #parts[i]
    while at < last do
      local place = found[n]
      local cut = place and (at < place[1] and place[1] or place[2] + 1) or last
      local stop, begin = math.min(cut, last), last - #parts[i]
      put(el.t == 'Str' and pandoc.Str(el.text:sub(at - begin + 1, stop - begin)) or el, stop)
    end
  end
  return result
end

-- All text in a block of the letter, before it is read: to walk through every tree takes too long.
local function texts_of(value)
  if type(value) == 'string' then return value end
  local parts = {}
  for _, item in pairs(type(value) == 'table' and value or {}) do parts[#parts + 1] = texts_of(item) end
  return table.concat(parts, '\0')
end

local function mentions(source, terms)
  local text = texts_of(source):gsub('\\', ''):gsub('%s+', ' '):lower()
  for _, term in ipairs(terms) do
    if text:find(term, 1, true) then return true end
  end
  return false
end

-- Gives every one of these terms its language, in the blocks that were made of this source.
local function english(terms)
  local lowered = pandoc.List(terms):map(string.lower)
  local filter = {
    Inlines = function(inlines)
      local parts = plain(inlines)
      local found = places(table.concat(parts), lowered)
      return #found > 0 and wrapped(inlines, parts, found) or nil
    end,
  }
  return function(source, blocks)
    return mentions(source, lowered) and blocks:walk(filter) or blocks
  end
end

return { english = english }
